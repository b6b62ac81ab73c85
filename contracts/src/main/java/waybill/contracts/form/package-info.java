/**
 * Ways to write a document other than JSON. Nothing of it is loaded for who speaks JSON; inside,
 * everything stays a tree.
 */
@NullMarked
package waybill.contracts.form;

import org.jspecify.annotations.NullMarked;

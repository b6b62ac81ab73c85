/** What the catalog answers, takes and says. */
@NullMarked
package waybill.contracts.catalog;

import org.jspecify.annotations.NullMarked;

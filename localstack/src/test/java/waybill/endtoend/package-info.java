/**
 * The whole system on one machine, from the outside: the very template and jars that are deployed.
 */
@NullMarked
package waybill.endtoend;

import org.jspecify.annotations.NullMarked;

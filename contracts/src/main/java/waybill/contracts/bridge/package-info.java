/** Translations between two versions of a contract, and whether they keep what they promise. */
@NullMarked
package waybill.contracts.bridge;

import org.jspecify.annotations.NullMarked;

/** What may be exchanged: contracts, the catalog that holds them, and the messages under them. */
@NullMarked
package waybill.contracts;

import org.jspecify.annotations.NullMarked;

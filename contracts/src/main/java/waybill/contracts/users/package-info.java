/** The contracts that {@code users} owns, as Java sees them. */
@NullMarked
package waybill.contracts.users;

import org.jspecify.annotations.NullMarked;

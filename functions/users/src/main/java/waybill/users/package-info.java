/** Who is registered, under which name and email. Says so when that changes. */
@NullMarked
package waybill.users;

import org.jspecify.annotations.NullMarked;

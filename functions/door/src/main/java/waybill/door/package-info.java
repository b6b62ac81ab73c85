/** Who is let in on the routes that machines may take: any app client of the pool. */
@NullMarked
package waybill.door;

import org.jspecify.annotations.NullMarked;

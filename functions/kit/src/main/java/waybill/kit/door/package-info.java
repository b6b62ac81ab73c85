/** What an API asks before it lets a request through. */
@NullMarked
package waybill.kit.door;

import org.jspecify.annotations.NullMarked;

/**
 * One service asks another over HTTP: found in the registry, in time, and never trusted blindly.
 */
@NullMarked
package waybill.kit.ask;

import org.jspecify.annotations.NullMarked;

/** The HTTP edge: a raw API Gateway event in, a checked answer out. */
@NullMarked
package waybill.kit.http;

import org.jspecify.annotations.NullMarked;

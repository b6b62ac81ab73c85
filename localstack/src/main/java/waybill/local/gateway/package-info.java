/** The HTTP API: routes, authorizers and payloads as API Gateway has them. */
@NullMarked
package waybill.local.gateway;

import org.jspecify.annotations.NullMarked;

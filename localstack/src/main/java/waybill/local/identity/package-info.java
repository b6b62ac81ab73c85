/** The token issuer: keys, tokens with Cognito's claims, and their verification. */
@NullMarked
package waybill.local.identity;

import org.jspecify.annotations.NullMarked;

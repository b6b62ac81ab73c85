/** The definitions that sagas follow: those of the deployment and those registered since. */
@NullMarked
package waybill.sagas.define;

import org.jspecify.annotations.NullMarked;

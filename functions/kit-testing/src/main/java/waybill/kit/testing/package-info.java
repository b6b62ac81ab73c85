/** Fakes, and the contracts that fakes and real adapters both keep. */
@NullMarked
package waybill.kit.testing;

import org.jspecify.annotations.NullMarked;

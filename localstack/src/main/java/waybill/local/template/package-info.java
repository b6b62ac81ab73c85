/** Reads template.yaml and says what it means here; what it does not know it refuses by name. */
@NullMarked
package waybill.local.template;

import org.jspecify.annotations.NullMarked;

@NullMarked
package waybill.contracts.form;

import org.jspecify.annotations.NullMarked;

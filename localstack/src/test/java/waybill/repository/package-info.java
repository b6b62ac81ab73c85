/** The repository agrees with itself: template, code, contracts and docs. */
@NullMarked
package waybill.repository;

import org.jspecify.annotations.NullMarked;

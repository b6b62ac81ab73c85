/** Which contracts, versions and services there are; says so when that changes. */
@NullMarked
package waybill.catalog;

import org.jspecify.annotations.NullMarked;

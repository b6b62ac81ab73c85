/** The contracts of the catalog: contracts, versions and services, and verdicts between them. */
@NullMarked
package waybill.contracts.catalog;

import org.jspecify.annotations.NullMarked;

package waybill.catalog;

import waybill.contracts.ContractId;

/**
 * One service's word about one contract: it reads its documents or, where the owner reads them,
 * sends them.
 */
record Use(String service, ContractId takes) {}

package waybill.contracts.catalog;

/** From which day nobody may count on a version. */
public record DeprecateVersion(String sunset) {}

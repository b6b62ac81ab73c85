package waybill.contracts.catalog;

/** A service, and the contract version with which it shall go out. */
public record CanDeploy(String service, String contract, int version) {}

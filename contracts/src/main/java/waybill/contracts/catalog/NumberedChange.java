package waybill.contracts.catalog;

/** One change of a service, and where it stands among all of them. */
public record NumberedChange(long position, ServiceChanged changed) {}

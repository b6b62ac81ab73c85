package waybill.contracts.catalog;

/** A service as a list shows it. */
public record ServiceSummary(String name, String summary, boolean builtIn) {}

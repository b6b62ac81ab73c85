package waybill.contracts.catalog;

/** A saga in a list. */
public record SagaSummary(String name, String owner, String summary, int latest, boolean builtIn) {}

package waybill.contracts.exchange;

import java.util.List;

/** What a source says that it committed, and what of it the exchange has routed. */
public record SourceBook(
    String source,
    long committed,
    long unsent,
    long routed,
    long unstated,
    long balance,
    List<Imbalance> unbalanced) {}

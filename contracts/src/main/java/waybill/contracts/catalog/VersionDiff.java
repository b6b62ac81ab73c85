package waybill.contracts.catalog;

import java.util.List;
import waybill.contracts.verdict.Difference;

/** What differs between two versions, and what that breaks. */
public record VersionDiff(
    String contract,
    int from,
    int to,
    ShownVerdict backward,
    ShownVerdict forward,
    List<Difference> changes) {}

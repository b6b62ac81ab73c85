package waybill.contracts.catalog;

import java.util.List;
import waybill.contracts.Violation;

/** Whether a document keeps a version. */
public record DocumentCheck(boolean valid, List<Violation> violations) {}

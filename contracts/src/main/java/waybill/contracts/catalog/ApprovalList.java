package waybill.contracts.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of approvals, and the cursor of the next if there is one. */
public record ApprovalList(List<Approval> items, @Nullable String cursor) {}

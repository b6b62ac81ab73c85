package waybill.contracts.catalog;

import java.util.List;

/** Changes of services in their order, and after which to ask next. */
public record ChangeList(List<NumberedChange> items, long position) {}

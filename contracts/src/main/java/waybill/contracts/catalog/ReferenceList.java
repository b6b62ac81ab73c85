package waybill.contracts.catalog;

import java.util.List;

/** Which versions were made with a version. */
public record ReferenceList(List<String> items) {}

package waybill.contracts.catalog;

import java.util.List;

/** Whether a service may go out, and what each user of the contract would see. */
public record Deployability(
    String service,
    String contract,
    int version,
    Role role,
    boolean deployable,
    List<Edge> edges) {}

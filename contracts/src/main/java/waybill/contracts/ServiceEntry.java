package waybill.contracts;

import java.util.List;

/** An owner of data: who may speak for it, what it offers and what it listens to. */
public record ServiceEntry(
    String name,
    String summary,
    List<String> clientIds,
    List<ContractId> provides,
    List<ContractId> consumes) {}

package waybill.kit.testing;

/**
 * What every {@link waybill.kit.commit.Table} promises. A test class of the fake and one of the
 * adapter implement it; each test gets a table with nothing in it.
 */
public interface TableContract extends WriteContract, OutboxContract, DueContract, ListContract {}

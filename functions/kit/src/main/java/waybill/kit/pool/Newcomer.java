package waybill.kit.pool;

/** Somebody whom the pool is about to take in. */
public record Newcomer(String username, String email) {}

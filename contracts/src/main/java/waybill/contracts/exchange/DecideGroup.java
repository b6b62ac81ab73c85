package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** What is to become of all keys that are parked for one failure. */
public record DecideGroup(String group, String reason, @Nullable Boolean dryRun) {}

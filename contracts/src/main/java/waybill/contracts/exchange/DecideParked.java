package waybill.contracts.exchange;

import org.jspecify.annotations.Nullable;

/** What is to become of a parked key, by the message that was seen as its first. */
public record DecideParked(long sequence, String reason, @Nullable Boolean dryRun) {}

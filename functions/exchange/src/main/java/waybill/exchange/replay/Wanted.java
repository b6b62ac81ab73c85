package waybill.exchange.replay;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Message;
import waybill.contracts.exchange.ReplayMode;
import waybill.exchange.subscribe.Subscription;

/**
 * What is to be replayed.
 *
 * @param subscription its id: whoever joins again under its name is another one
 */
record Wanted(
    String subscription,
    Instant from,
    Instant to,
    @Nullable String contract,
    @Nullable String key,
    ReplayMode mode) {

  boolean has(Message message) {
    return !isBefore(message)
        && message.time().isBefore(to)
        && (contract == null || contract.equals(message.contract().name()))
        && (key == null || key.equals(message.id().key()))
        && !(mode == ReplayMode.RE_EXECUTE && Replays.isReplayed(message.id()));
  }

  boolean isBefore(Message message) {
    return message.time().isBefore(from);
  }

  List<String> contracts(Subscription to) {
    return contract != null
        ? List.of(contract)
        : to.takes().stream().map(one -> one.name()).distinct().toList();
  }
}

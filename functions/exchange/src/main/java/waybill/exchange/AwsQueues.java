package waybill.exchange;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Control;
import waybill.contracts.exchange.Call;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.aws.SqsQueue;
import waybill.kit.outbox.Parcel;
import waybill.kit.outbox.Queue;

/** The deployment's queues, and those that subscribers have named. */
final class AwsQueues implements Queues, Backlog {
  /** So many of a webhook's keys are called at once, whatever else waits. */
  private static final int CALLS_AT_ONCE = 4;

  private final Aws aws;
  private final Service exchange;
  private final Map<String, SqsQueue> members;
  private final Map<String, SqsQueue> named = new HashMap<>();
  private final @Nullable Queue calls;

  /**
   * @param calls where webhooks' lanes are looked at; null where nothing is sent to any
   */
  AwsQueues(Aws aws, Service exchange, Addresses addresses, @Nullable Queue calls) {
    this.aws = aws;
    this.exchange = exchange;
    this.members = addresses.inQueues(aws::queueAt);
    this.calls = calls;
  }

  @Override
  public Set<String> members() {
    return members.keySet();
  }

  @Override
  public Optional<Queue> member(String service) {
    return Optional.ofNullable(members.get(service));
  }

  @Override
  public SqsQueue of(Subscription subscription) {
    String url = subscription.address();
    if (url == null) throw new IllegalStateException(subscription.name() + " has no queue");
    return named.computeIfAbsent(url, aws::queueAt);
  }

  @Override
  public void call(Subscription webhook, String source, String key) {
    if (calls == null) return;
    Call call = new Call(webhook.id(), source, key);
    var control = Control.of(exchange.ids().next(), exchange.name(), ExchangeContracts.CALL, call);
    int one = Math.floorMod((source + "~" + key).hashCode(), CALLS_AT_ONCE);
    String group = Parcel.groupOf(webhook.id(), String.valueOf(one));
    try {
      calls.send(List.of(new Parcel(group, control.id(), control.toJson())));
    } catch (RuntimeException e) {
      exchange.log().error("a webhook's turn was not told; the minute will", e, "to", webhook.id());
    }
  }

  @Override
  public boolean isEmpty(Subscription subscription) {
    return switch (subscription.way()) {
      case MEMBER -> isEmpty(members.get(subscription.id()));
      case QUEUE -> isEmpty(of(subscription));
      case WEBHOOK, PULL -> true;
    };
  }

  private static boolean isEmpty(@Nullable SqsQueue queue) {
    return queue != null && queue.isEmpty();
  }
}

package waybill.exchange;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import waybill.contracts.exchange.Call;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.outbox.Queue;

/** Queues of a test: those of members, those that subscribers named, and who was to be called. */
final class MemoryQueues implements Queues, Backlog {
  private final Map<String, Queue> members;
  private final Predicate<String> isEmpty;
  private final Map<String, NamedQueue> named;
  private final Set<Call> calls;

  MemoryQueues(Map<String, Queue> members, Predicate<String> isEmpty) {
    this(members, isEmpty, Map.of(), new HashSet<>());
  }

  MemoryQueues(
      Map<String, Queue> members,
      Predicate<String> isEmpty,
      Map<String, NamedQueue> named,
      Set<Call> calls) {
    this.members = new LinkedHashMap<>(members);
    this.isEmpty = isEmpty;
    this.named = named;
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
  public NamedQueue of(Subscription subscription) {
    NamedQueue queue = named.get(String.valueOf(subscription.address()));
    if (queue == null) throw new IllegalStateException("no queue at " + subscription.address());
    return queue;
  }

  @Override
  public void call(Subscription webhook, String source, String key) {
    calls.add(new Call(webhook.id(), source, key));
  }

  @Override
  public boolean isEmpty(Subscription subscription) {
    return switch (subscription.way()) {
      case MEMBER -> isEmpty.test(subscription.id());
      case QUEUE -> of(subscription).isEmpty();
      case WEBHOOK, PULL -> true;
    };
  }
}

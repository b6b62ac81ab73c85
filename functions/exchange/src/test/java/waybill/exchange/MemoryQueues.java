package waybill.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.outbox.Queue;

/** Queues of a test: those of members, those that subscribers named, and who was to be called. */
final class MemoryQueues implements Queues, Backlog {
  private final Map<String, Queue> members;
  private final Predicate<String> isEmpty;
  final Map<String, Queue> named = new HashMap<>();
  final List<String> calls = new ArrayList<>();

  MemoryQueues(Map<String, Queue> members, Predicate<String> isEmpty) {
    this.members = new LinkedHashMap<>(members);
    this.isEmpty = isEmpty;
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
  public Queue of(Subscription subscription) {
    Queue queue = named.get(String.valueOf(subscription.address()));
    if (queue == null) throw new IllegalStateException("no queue at " + subscription.address());
    return queue;
  }

  @Override
  public void call(Subscription webhook, String source, String key) {
    calls.add(webhook.id() + " " + source + " " + key);
  }

  @Override
  public boolean isEmpty(Subscription subscription) {
    return isEmpty.test(subscription.id());
  }
}

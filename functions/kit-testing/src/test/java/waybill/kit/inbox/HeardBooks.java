package waybill.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import waybill.contracts.Carried;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeskOrder;
import waybill.contracts.exchange.Statement;

/** What a subscriber was given, held against what its table states about it. */
final class HeardBooks {
  private final Map<String, TreeSet<Long>> given = new TreeMap<>();

  void given(Carried carried) {
    if (carried instanceof Message message) given(message.id());
  }

  void given(String body) {
    try {
      given(Carried.parse(body));
    } catch (RuntimeException e) {
      // What nobody can read belongs to no key.
    }
  }

  private void given(MessageId id) {
    given.computeIfAbsent(id.key(), key -> new TreeSet<>()).add(id.sequence());
  }

  /** A skip may end what never came. */
  void ordered(Object data) {
    if (data instanceof DeskOrder order && order.order() == DeskOrder.Order.SKIP)
      given(new MessageId(order.source(), order.key(), order.sequence()));
  }

  void balance(List<Statement.Heard> stated) {
    for (Statement.Heard heard : stated) balance(heard);
  }

  private void balance(Statement.Heard heard) {
    var all = given.getOrDefault(heard.key(), new TreeSet<>());
    var ended = new ArrayList<>(all.headSet(heard.watermark(), true));
    assertThat(heard.handled() + heard.refused() + heard.skipped())
        .as("what ended of %s in %s", ended, heard)
        .isEqualTo(ended.size());
    assertThat(heard.parked()).as("parked of %s", all).hasSize(heard.parkedInAll());
    assertThat(all.tailSet(heard.watermark(), false)).containsAll(heard.parked());
  }

  /** Each once and in order, among whatever else is written there. */
  void effects(String key, List<Integer> noted) {
    var all = given.getOrDefault(key, new TreeSet<>());
    assertThat(noted.stream().filter(one -> all.contains((long) one)).toList())
        .as("effects on %s", key)
        .doesNotHaveDuplicates()
        .isSorted();
  }
}

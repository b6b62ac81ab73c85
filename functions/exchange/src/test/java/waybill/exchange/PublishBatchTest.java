package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.exchange.Outside.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.BooksBalance;

@BooksBalance
class PublishBatchTest {
  private final Outside outside = new Outside();

  @Test
  void eachOfABatch_isAnsweredAsIfItCameAlone() {
    outside.publish(event("known", "p0"));

    Answered answer =
        outside.publish(
            event("e1", "p1"),
            event("e2", "p2").put("source", "letters"),
            event("known", "other"),
            event("", "p3"),
            event("e5", "p1"));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body().path("entries").findValuesAsText("status"))
        .containsExactly("202", "403", "403", "409", "409", "422", "422", "202");
    assertThat(answer.text("/entries/0/message_id")).isEqualTo("parcels~p1~1");
    assertThat(answer.text("/entries/4/message_id")).isEqualTo("parcels~p1~2");
    assertThat(answer.text("/entries/1/problem/type")).endsWith(":foreign-source");
    assertThat(answer.text("/entries/3/problem/violations/0/pointer")).isEqualTo("/id");
    assertThat(outside.messagesOf("p2")).isEmpty();
    assertThat(outside.messagesOf("other")).isEmpty();
  }

  @Test
  void aBatch_keepsItsOrderByKey() {
    var answer = outside.publish(event("e1", "p1"), event("e2", "p1"), event("e3", "p1"));
    outside.route();

    assertThat(answer.body().path("entries").findValuesAsText("message_id"))
        .containsExactly("parcels~p1~1", "parcels~p1~2", "parcels~p1~3");
    assertThat(outside.entry("parcels~p1~3").isRouted()).isTrue();
  }

  @Test
  void row6_aBatchThatIsRepeated_addsOnlyWhatIsNew() {
    outside.publish(event("e1", "p1"), event("e2", "p2"));

    var again = outside.publish(event("e1", "p1"), event("e2", "p2"), event("e3", "p3"));

    assertThat(again.body().path("entries").findValuesAsText("message_id"))
        .containsExactly("parcels~p1~1", "parcels~p2~1", "parcels~p3~1");
  }

  @Test
  void oneIdTwiceInABatch_isOneMessage() {
    var answer = outside.publish(event("e1", "p1"), event("e1", "p1"));

    assertThat(answer.body().path("entries").findValuesAsText("message_id"))
        .containsExactly("parcels~p1~1", "parcels~p1~1");
    assertThat(outside.messagesOf("p1")).hasSize(1);
  }

  @Test
  void aHundred_areTaken_andPassedOnInTens() {
    Answered answer = outside.publish(events(100));

    assertThat(answer.body().path("entries").findValuesAsText("status")).containsOnly("202");
    assertThat(outside.published.waiting()).hasSize(100);
  }

  @Test
  void moreThanAHundred_orNone_areRefusedWhole() {
    assertThat(outside.publish(events(101)).refusal()).isEqualTo("422 batch-size ");
    assertThat(outside.publish(events(0)).refusal()).isEqualTo("422 batch-size ");
    assertThat(outside.stored()).isEmpty();
  }

  @Test
  void aBatch_countsAsWhatItHolds() {
    outside.perMinute = 3;

    Answered answer = outside.publish(events(4));

    assertThat(answer.text("/entries/0/problem/status")).isEqualTo("429");
    assertThat(answer.text("/entries/3/problem/detail")).endsWith("come again in 60 s");
    assertThat(outside.stored()).isEmpty();
    assertThat(outside.tally.counts().values()).containsExactly(4L);
  }

  @Test
  void behindOneThatWasNotTaken_nothingIsTaken() {
    outside.spine.exchangeSees(table -> new Busy(table, 1));

    Answered answer = outside.publish(event("e1", "p1"), event("e2", "p1"), event("e3", "p2"));

    assertThat(answer.text("/entries/0/status")).isEqualTo("202");
    assertThat(answer.text("/entries/1/status")).isEqualTo("503");
    assertThat(answer.text("/entries/2/status")).isEqualTo("503");
    assertThat(outside.messagesOf("p1")).hasSize(1);
  }

  @Test
  void aBatchMayBeLargerThanAMessage() {
    ObjectNode[] events = events(3);
    for (ObjectNode one : events) ((ObjectNode) one.path("data")).put("note", "x".repeat(60_000));

    assertThat(Json.write(events).length()).isGreaterThan(waybill.kit.Limits.BODY_BYTES_MAX);
    assertThat(outside.publish(events).body().path("entries").findValuesAsText("status"))
        .containsOnly("202");
  }

  private static ObjectNode[] events(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> event("e" + n, "p" + n))
        .toArray(ObjectNode[]::new);
  }
}

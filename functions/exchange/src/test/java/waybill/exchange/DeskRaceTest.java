package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.kit.testing.BooksBalance;

/** Somebody decides about what two others are just about to take: the seed says who is faster. */
@BooksBalance
class DeskRaceTest {
  private static final MessageId FIRST = new MessageId("parcels", "p1", 1);
  private static final int SEEDS = 25;

  private final List<String> noted = new ArrayList<>();
  private final List<Integer> answers = new ArrayList<>();
  private final List<Integer> weights = new ArrayList<>();
  private Joins raced = new Joins();

  private Joins parked() {
    Joins joins = new Joins();
    raced = joins;
    joins.joins("pull");
    joins.says("p1", "p1");
    joins.tell(joins.pull(1).get(0), "retry");
    joins.spine.clock.pass(Duration.ofMinutes(5));
    noted.clear();
    answers.clear();
    weights.clear();
    return joins;
  }

  private void pullsAll(Joins joins, int messages) {
    for (int tries = 0; noted.size() < messages && tries < 10; tries++) pulls(joins);
    raced.balance();
  }

  private void pulls(Joins joins) {
    for (JsonNode lent : joins.pull(1)) {
      String outcome = joins.tell(lent, "handled");
      weights.add(lent.at("/message/data/weight").asInt());
      if (outcome.equals("noted")) noted.add(lent.at("/message/id").asText());
    }
  }

  private void decides(Joins joins, String order) {
    ObjectNode wish = AtDesk.wish(1);
    if (order.equals("edit")) wish.set("data", Json.object().put("parcel", "p1").put("weight", 7));
    answers.add(new AtDesk(joins.spine, "depot").ask(order, FIRST, wish).status());
  }

  private void race(Joins joins, String order, int seed) {
    try (Turns turns = new Turns(new Random(seed))) {
      joins.spine.fuse.beforeEachCall(turns::beforeCall);
      turns.start(() -> pulls(joins));
      turns.start(() -> decides(joins, order));
      turns.start(() -> pulls(joins));
      turns.untilOver();
    }
    joins.spine.fuse.beforeEachCall(() -> {});
    assertThat(answers).as("seed %d", seed).hasSize(1).isSubsetOf(202, 409);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void row54_aSkip_andAReceipt_areNeverBothTrue(int group) {
    for (int seed = group * SEEDS; seed < (group + 1) * SEEDS; seed++) {
      Joins joins = parked();
      race(joins, "skip", seed);
      boolean skipped = answers.get(0) == 202;
      pullsAll(joins, skipped ? 1 : 2);

      assertThat(noted)
          .as("seed %d", seed)
          .isEqualTo(skipped ? List.of("parcels~p1~2") : List.of("parcels~p1~1", "parcels~p1~2"));
      assertThat(joins.state("p1~1"))
          .isEqualTo(skipped ? DeliveryState.SKIPPED : DeliveryState.HANDLED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry", "edit"})
  void row54_whatIsFreed_isHandedOutToOneOnly_asItIsThen(String order) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Joins joins = parked();
      race(joins, order, seed);
      pullsAll(joins, 2);

      assertThat(noted).as("seed %d", seed).containsExactly("parcels~p1~1", "parcels~p1~2");
      assertThat(weights).hasSize(2);
      boolean edited = order.equals("edit") && answers.get(0) == 202;
      assertThat(weights.get(0)).as("seed %d", seed).isEqualTo(edited ? 7 : 0);
    }
  }
}

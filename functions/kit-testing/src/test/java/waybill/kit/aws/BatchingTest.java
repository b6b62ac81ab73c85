package waybill.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.ReadAhead;
import waybill.kit.commit.Table;
import waybill.kit.commit.Unsent;
import waybill.kit.commit.Write;
import waybill.kit.testing.Putting;

/** How many requests many items take. */
class BatchingTest {
  private static final LosingAnswers HTTP = new LosingAnswers();
  private static final DynamoDbClient DYNAMO = Clients.dynamoDb(HTTP);

  private final String name = "users-" + UUID.randomUUID();
  private final Table table = new DynamoDbTable(DYNAMO, name, tries -> {});

  @BeforeEach
  void create() {
    DYNAMO.createTable(UsersTable.named(name));
  }

  @Test
  void twentyFiveNewItems_areOneRequest() {
    HTTP.loseNext(0);

    assertThat(table.writeEach(writes(25, Putting::at))).doesNotContain(false);
    assertThat(HTTP.requests()).isEqualTo(1);
  }

  @Test
  void twentyFiveChangedItems_areOneRequest_whateverStoodInThem() {
    table.writeEach(writes(25, id -> Putting.at(id).listed("things", id).due(Instant.EPOCH)));
    HTTP.loseNext(0);

    assertThat(table.writeEach(writes(25, id -> Putting.at(id).expecting(1))))
        .doesNotContain(false);
    assertThat(HTTP.requests()).isEqualTo(1);
    HTTP.loseNext(0);
    assertThat(table.writeEach(writes(25, id -> Putting.at(id).expecting(2))))
        .doesNotContain(false);
    assertThat(HTTP.requests()).isEqualTo(1);
  }

  @Test
  void aConflict_isOneRequestMore() {
    Putting.at("n3").to(table);
    HTTP.loseNext(0);

    assertThat(table.writeEach(writes(10, Putting::at))).containsOnlyOnce(false);
    assertThat(HTTP.requests()).isEqualTo(2);
  }

  @Test
  void tenOutboxes_areClearedByTwoRequests() {
    Map<Key, Predicate<Unsent>> routed = new LinkedHashMap<>();
    for (int n = 0; n < 10; n++) {
      Putting.at("n" + n).saying(entry("n" + n, 1)).to(table);
      routed.put(Key.ofEntity("n" + n), entry("n" + n, 1)::equals);
    }
    HTTP.loseNext(0);

    table.clearEach(routed);

    assertThat(HTTP.requests()).isEqualTo(2);
    assertThat(table.readEach(routed.keySet())).flatExtracting(Item::outbox).isEmpty();
  }

  @Test
  void whatIsReadAhead_isOneRequest_andIsHandedOutOnce() {
    table.writeEach(writes(10, Putting::at));
    List<Key> keys = IntStream.range(0, 11).mapToObj(n -> Key.ofEntity("n" + n)).toList();
    ReadAhead ahead = new ReadAhead(table);
    HTTP.loseNext(0);

    ahead.look(keys);
    for (Key key : keys) ahead.read(key);

    assertThat(HTTP.requests()).isEqualTo(1);
    HTTP.loseNext(0);
    assertThat(ahead.readEach(keys)).hasSize(10);
    assertThat(HTTP.requests()).isEqualTo(1);
    Putting.at("n4").expecting(1).doc("{\"n\":2}").to(table);
    assertThat(ahead.read(Key.ofEntity("n4"))).map(Item::version).hasValue(2L);
  }

  private static List<Write> writes(int number, Function<String, Putting> of) {
    return IntStream.range(0, number)
        .mapToObj(n -> List.of(of.apply("n" + n).put()))
        .map(change -> new Write(UUID.randomUUID().toString(), change))
        .toList();
  }
}

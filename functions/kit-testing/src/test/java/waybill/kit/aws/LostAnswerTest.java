package waybill.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.testing.Putting.entry;
import static waybill.kit.testing.Putting.together;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.Putting;

/** The SDK sends again what was carried out already: that is neither conflict nor duplicate. */
@BooksBalance
class LostAnswerTest {
  private static final LosingAnswers HTTP = new LosingAnswers();
  private static final DynamoDbClient DYNAMO = Clients.dynamoDb(HTTP);
  private static final Key ONE = Key.ofEntity("one");

  private final String name = "users-" + UUID.randomUUID();
  private final Table table = new DynamoDbTable(DYNAMO, name, tries -> {});

  /** Nothing of it was routed. */
  final KeepsBooks books =
      () ->
          assertThat(table.all(null, 100).items())
              .allMatch(item -> item.outbox().size() == item.sequence());

  @BeforeEach
  void create() {
    DYNAMO.createTable(UsersTable.named(name));
  }

  @Test
  void row62_aLostAnswerOfASingleWrite_isASuccess() {
    HTTP.loseNext(1);

    assertThat(Putting.at(ONE).saying(entry("one", 1)).to(table)).isTrue();
    assertThat(HTTP.requests()).isEqualTo(2);
    assertThat(one().version()).isEqualTo(1);
    assertThat(one().outbox()).containsExactly(entry("one", 1));
  }

  @Test
  void row62_aLostAnswerOfALaterWrite_isASuccess() {
    Putting.at(ONE).saying(entry("one", 1)).to(table);
    HTTP.loseNext(2);

    assertThat(Putting.at(ONE).saying(entry("one", 2)).over(one()).to(table)).isTrue();
    assertThat(one().version()).isEqualTo(2);
    assertThat(one().outbox()).containsExactly(entry("one", 1), entry("one", 2));
  }

  @Test
  void row2_aLostAnswerOfATransaction_isASuccess() {
    HTTP.loseNext(1);

    assertThat(together(table, Putting.at(ONE).put(), Putting.at("two").put())).isTrue();
    assertThat(one().version()).isEqualTo(1);
  }

  @Test
  void aLostAnswerOfAClearing_clearsOnce() {
    Putting.at(ONE).saying(entry("one", 1), entry("one", 2)).to(table);
    HTTP.loseNext(1);
    table.clear(ONE, Set.of(entry("one", 1))::contains);

    assertThat(one().outbox()).containsExactly(entry("one", 2));
  }

  @Test
  void row62_aLostAnswerOfManyWritesOfTheirOwn_isASuccess() {
    List<Write> writes = new ArrayList<>();
    for (int n = 0; n < 3; n++)
      writes.add(new Write("commit" + n, List.of(Putting.at("n" + n).put())));
    HTTP.loseNext(1);

    assertThat(table.writeEach(writes)).containsExactly(true, true, true);
    assertThat(table.read(Key.ofEntity("n2"))).map(Item::version).hasValue(1L);
  }

  private Item one() {
    return table.read(ONE).orElseThrow();
  }
}

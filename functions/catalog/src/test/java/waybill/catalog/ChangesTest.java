package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.listed;
import static waybill.catalog.Office.with;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** {@code GET /services/changes} through the whole edge. */
class ChangesTest {
  private final List<RacedTable> tables = new ArrayList<>();
  private final Office office =
      new Office(
          table -> {
            tables.add(new RacedTable(table));
            return tables.get(0);
          });

  @Test
  void changes_areNumberedInTheirOrder() {
    office.parcels();
    office.put(OPERATOR, "letters", with());
    Answered answered = office.changes("");
    assertThat(listed(answered)).containsExactly("parcels registered", "letters registered");
    assertThat(answered.body().at("/items/1/position").asLong()).isEqualTo(2);
    assertThat(answered.body().path("position").asLong()).isEqualTo(2);
  }

  @Test
  void aReader_goesOnBehindWhatItKnows() {
    office.parcels();
    office.put(OPERATOR, "letters", with());
    assertThat(listed(office.changes("?after=1"))).containsExactly("letters registered");
    assertThat(listed(office.changes("?limit=1"))).containsExactly("parcels registered");
    assertThat(listed(office.changes("?after=2"))).isEmpty();
    assertThat(office.changes("?after=2").body().path("position").asLong()).isEqualTo(2);
  }

  @Test
  void whoSpeaksForAService_isNotForEverybodyWhoFollows() {
    office.parcels();

    assertThat(office.changes("").body().at("/items/0/changed").has("client_ids")).isFalse();
  }

  @Test
  void anEmptyFeed_isEmpty() {
    assertThat(listed(office.changes("?after=0"))).isEmpty();
  }

  @Test
  void twoChangesAtOnce_haveEachANumber() {
    tables.get(0).by(() -> office.put(OPERATOR, "letters", with()));
    office.parcels();
    assertThat(listed(office.changes("")))
        .containsExactly("letters registered", "parcels registered");
  }

  @Test
  void aChangeDuringARead_isNotSkipped() {
    office.parcels();
    tables.get(0).afterReadBy(() -> office.put(OPERATOR, "letters", with()));
    Answered first = office.changes("?after=0");
    assertThat(listed(first)).containsExactly("parcels registered");
    assertThat(listed(office.changes("?after=" + first.text("/position"))))
        .containsExactly("letters registered");
  }

  @Test
  void aReaderThatWaits_hasTheChangeWhenItComes() {
    Instant start = office.clock.instant();
    tables.get(0).afterReadBy(() -> {}).afterReadBy(() -> office.put(OPERATOR, "letters", with()));
    assertThat(listed(office.changes("?wait=10"))).containsExactly("letters registered");
    assertThat(Duration.between(start, office.clock.instant())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aReaderThatWaitsInVain_isAnsweredAfterThatTime() {
    Instant start = office.clock.instant();
    assertThat(listed(office.changes("?wait=3"))).isEmpty();
    assertThat(Duration.between(start, office.clock.instant())).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aReaderWithSomethingToRead_doesNotWait() {
    office.parcels();
    Instant start = office.clock.instant();
    assertThat(listed(office.changes("?wait=10"))).hasSize(1);
    assertThat(office.clock.instant()).isEqualTo(start);
  }

  @Test
  void aChange_isKeptForThirtyDays() {
    office.parcels();
    office.clock.pass(Feed.KEPT.minusSeconds(1));
    assertThat(listed(office.changes("?after=0"))).hasSize(1);
    office.clock.pass(Duration.ofSeconds(1));
    assertThat(office.changes("?after=0").refusal()).isEqualTo("410 changes-gone /after");
    assertThat(listed(office.changes("?after=1"))).isEmpty();
  }

  @Test
  void aReaderThatIsBehindWhatIsKept_isSentToTheList() {
    office.parcels();
    office.clock.pass(Feed.KEPT);
    office.put(OPERATOR, "letters", with());
    Answered refused = office.changes("?after=0");
    assertThat(refused.refusal()).isEqualTo("410 changes-gone /after");
    assertThat(refused.text("/title")).contains("GET /services");
    assertThat(listed(office.changes("?after=1"))).containsExactly("letters registered");
  }

  @Test
  void aPositionThatTheFeedNeverGave_isRefused() {
    office.parcels();
    assertThat(office.changes("?after=2").refusal()).isEqualTo("410 changes-gone /after");
    assertThat(office.changes("?after=2&wait=10").refusal()).isEqualTo("410 changes-gone /after");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1000000000000000", "99999999999999999999", "1.5", "last", ""})
  void aPositionThatIsNone_isRefusedAtThePointer(String after) {
    assertThat(office.changes("?after=" + after).refusal())
        .isEqualTo("422 contract-violation /after");
  }

  @Test
  void aLongerWait_isRefused() {
    assertThat(office.changes("?wait=11").refusal()).isEqualTo("422 contract-violation /wait");
  }
}

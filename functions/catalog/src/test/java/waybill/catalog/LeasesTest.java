package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.MEMBER;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.PARCELS;
import static waybill.catalog.Office.STRANGER;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** A service that says nothing for too long is gone, and one that says something is here. */
class LeasesTest {
  private final List<RacedTable> tables = new ArrayList<>();
  private final Office office =
      new Office(
          table -> {
            tables.add(new RacedTable(table));
            return tables.get(0);
          });

  @Test
  void aLeaseThatEnds_marksTheServiceAsGone_andTheFeedSaysSo() {
    office.parcels("lease_seconds", 60);
    office.minute();
    assertThat(state()).isEqualTo("gone");
    assertThat(office.said()).containsExactly("parcels registered", "parcels gone");
    assertThat(Office.listed(office.changes("?after=1"))).containsExactly("parcels gone");
  }

  @Test
  void aLease_isNeverEndedEarly() {
    office.parcels("lease_seconds", 61);
    office.minute();
    assertThat(state()).isEqualTo("here");
    office.minute();
    assertThat(state()).isEqualTo("gone");
  }

  @Test
  void anEndedLease_endsOnce() {
    office.parcels("lease_seconds", 60);
    for (int minute = 0; minute < 5; minute++) office.minute();
    assertThat(office.said()).hasSize(2);
    assertThat(office.table.due(office.clock.instant())).isEmpty();
  }

  @Test
  void aHeartbeat_renewsTheLease_andSaysNothing() {
    office.parcels("lease_seconds", 61);
    for (int minute = 0; minute < 5; minute++) {
      Answered answered = office.heartbeat(PARCELS);
      assertThat(answered.status()).isEqualTo(200);
      assertThat(answered.messages()).isEmpty();
      office.minute();
    }
    assertThat(state()).isEqualTo("here");
    assertThat(office.said()).hasSize(1);
  }

  @Test
  void aPut_saysWhenTheLeaseEnds() {
    assertThat(office.parcels("lease_seconds", 60).text("/lease_ends_at"))
        .isEqualTo("2026-01-01T00:01:00.000Z");
    office.clock.pass(Duration.ofSeconds(30));
    assertThat(office.parcels("lease_seconds", 60).text("/lease_ends_at"))
        .isEqualTo("2026-01-01T00:01:00.000Z");
    assertThat(office.parcels("lease_seconds", 45).text("/lease_ends_at"))
        .isEqualTo("2026-01-01T00:01:15.000Z");
    office.minute();
    assertThat(office.parcels("lease_seconds", 45).body().has("lease_ends_at")).isFalse();
  }

  @Test
  void aHeartbeat_saysWhenTheLeaseEnds() {
    office.parcels("lease_seconds", 60);
    office.clock.pass(Duration.ofSeconds(30));
    assertThat(office.heartbeat(PARCELS).text("/lease_ends_at"))
        .isEqualTo("2026-01-01T00:01:30.000Z");
  }

  @Test
  void aHeartbeatAfterwards_bringsTheServiceBack_andSaysSo() {
    office.parcels("lease_seconds", 60);
    office.minute();
    Answered answered = office.heartbeat(PARCELS);
    assertThat(answered.text("/state")).isEqualTo("here");
    assertThat(answered.messages()).containsExactly("catalog~parcels~3");
    assertThat(state()).isEqualTo("here");
    assertThat(office.said()).endsWith("parcels back");
    office.minute();
    assertThat(state()).isEqualTo("gone");
  }

  @Test
  void aHeartbeat_isForTheServiceAndOperatorsOnly() {
    office.parcels("lease_seconds", 60);
    assertThat(office.heartbeat(STRANGER).refusal()).isEqualTo("403 forbidden");
    assertThat(office.heartbeat(MEMBER).refusal()).isEqualTo("403 forbidden");
    assertThat(office.heartbeat(OPERATOR).status()).isEqualTo(200);
  }

  @Test
  void aServiceWithoutALease_hasNothingToRenew() {
    office.parcels();
    assertThat(office.heartbeat(PARCELS).refusal()).isEqualTo("409 no-lease");
    assertThat(office.as(OPERATOR).post("/services/letters/heartbeat", "").refusal())
        .isEqualTo("404 not-found");
  }

  @Test
  void aServiceWithoutALease_isNeverGone() {
    office.parcels("lease_seconds", 60);
    office.parcels();
    office.minute();
    assertThat(state()).isEqualTo("here");
    assertThat(office.table.due(office.clock.instant())).isEmpty();
  }

  @Test
  void aGoneServiceThatGivesUpItsLease_isHere() {
    office.parcels("lease_seconds", 60);
    office.minute();
    office.parcels();
    assertThat(state()).isEqualTo("here");
  }

  @Test
  void anotherChange_doesNotRenewALease_norBringAServiceBack() {
    office.parcels("lease_seconds", 60);
    office.clock.pass(Duration.ofSeconds(30));
    office.parcels("lease_seconds", 60, "summary", "Later.");
    office.minute();
    assertThat(state()).isEqualTo("gone");
    office.parcels("lease_seconds", 90, "summary", "Even later.");
    assertThat(state()).isEqualTo("gone");
    assertThat(office.heartbeat(PARCELS).text("/state")).isEqualTo("here");
  }

  @Test
  void aHeartbeatInTheMomentOfTheEnd_winsOrComesBehindIt() {
    office.parcels("lease_seconds", 60);
    tables.get(0).by(() -> office.heartbeat(PARCELS));
    office.minute();
    assertThat(state()).isEqualTo("here");
    assertThat(office.said()).containsExactly("parcels registered");
  }

  @Test
  void theEndInTheMomentOfAHeartbeat_isTakenBack_andBothAreSaid() {
    office.parcels("lease_seconds", 60);
    office.clock.pass(Duration.ofMinutes(1));
    tables.get(0).by(office::minute);
    assertThat(office.heartbeat(PARCELS).status()).isEqualTo(200);
    assertThat(state()).isEqualTo("here");
    assertThat(office.said()).endsWith("parcels gone", "parcels back");
  }

  @Test
  void manyLeasesThatEndAtOnce_allEnd_andAreNumberedWithoutGaps() {
    for (int n = 0; n < 50; n++) office.put(OPERATOR, "s" + n, Office.with("lease_seconds", 60));
    office.minute();
    assertThat(office.as(MEMBER).get("/services?state=gone&limit=100").items("name")).hasSize(50);
    assertThat(office.changes("?after=50&limit=100").body().path("items").findValues("position"))
        .extracting(position -> position.asInt())
        .containsExactlyElementsOf(IntStream.rangeClosed(51, 100).boxed().toList());
  }

  private String state() {
    return office.as(MEMBER).get("/services/parcels").text("/state");
  }
}

package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.INTEGER;
import static waybill.catalog.Archive.OPERATOR;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.TEXT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Canonical;
import waybill.contracts.Json;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;

/** A break that an operator lets pass. */
class ApprovalsTest {
  private static final String PATH = "/contracts/shop.basket/approvals";
  private static final String FROM = Canonical.hash(Json.parse(TEXT));
  private static final String TO = Canonical.hash(Json.parse(INTEGER));
  private static final String NULL = "{\"type\":\"null\"}";

  private final Archive archive = new Archive().with("shop.basket", TEXT);

  @BeforeEach
  void promise() {
    archive.define("shop.basket", "type", "BACKWARD_TRANSITIVE");
  }

  @Test
  void approvedBreak_registers() {
    assertThat(archive.register("shop.basket", INTEGER).status()).isEqualTo(409);
    assertThat(approve(OPERATOR, FROM, TO).status()).isEqualTo(201);
    assertThat(archive.judge("shop.basket", INTEGER).text("/versions/0/approved"))
        .isEqualTo("true");
    Answered registered = archive.register("shop.basket", INTEGER);
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.text("/versions/0/verdict")).isEqualTo("breaking");
    assertThat(registered.text("/versions/0/approved")).isEqualTo("true");
  }

  @Test
  void approval_isOfBothContents_andOfNoOther() {
    approve(OPERATOR, FROM, TO);
    assertThat(archive.register("shop.basket", NULL).status()).isEqualTo(409);
    archive.register("shop.basket", INTEGER);
    assertThat(approve(OPERATOR, FROM, Canonical.hash(Json.parse(NULL))).status()).isEqualTo(201);
    assertThat(archive.register("shop.basket", NULL).text("/versions/0/version")).isEqualTo("2");
  }

  @Test
  void approval_ends() {
    approve(OPERATOR, FROM, TO);
    archive.clock.pass(Duration.ofDays(1));
    assertThat(archive.register("shop.basket", INTEGER).status()).isEqualTo(409);
    approve(OPERATOR, FROM, TO);
    assertThat(archive.register("shop.basket", INTEGER).status()).isEqualTo(201);
    assertThat(archive.get(PATH).body().path("items")).hasSize(2);
  }

  @Test
  void approval_isKept_withWhoAndWhy() {
    approve(OPERATOR, FROM, TO);
    Answered kept = archive.get(PATH);
    assertThat(kept.text("/items/0/approved_by")).isEqualTo("olga");
    assertThat(kept.text("/items/0/reason")).isEqualTo("agreed");
    assertThat(kept.text("/items/0/approved_at")).isEqualTo("2026-01-01T00:00:00.000Z");
  }

  @Test
  void approval_isForOperators_andForWhatIsThere() {
    for (Caller other : List.of(SHOP, Archive.MEMBER))
      assertThat(approve(other, FROM, TO).refusal()).isEqualTo("403 forbidden");
    assertThat(approve(OPERATOR, TO, FROM).refusal()).isEqualTo("422 unknown-hash /from_hash");
    archive.clock.pass(Duration.ofDays(400));
    assertThat(approve(OPERATOR, FROM, TO, "2026-01-02T00:00:00Z").refusal())
        .isEqualTo("422 bad-date /expires_at");
    assertThat(archive.get("/contracts/shop.none/approvals").refusal()).isEqualTo("404 not-found");
  }

  private Answered approve(Caller caller, String from, String to) {
    return approve(caller, from, to, archive.clock.instant().plus(Duration.ofDays(1)).toString());
  }

  private Answered approve(Caller caller, String from, String to, String until) {
    return archive
        .as(caller)
        .post(
            PATH,
            Json.write(
                Map.of("from_hash", from, "to_hash", to, "reason", "agreed", "expires_at", until)));
  }
}

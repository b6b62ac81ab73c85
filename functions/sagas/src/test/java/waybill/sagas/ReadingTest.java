package waybill.sagas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.sagas.Happening;
import waybill.contracts.sagas.ShownSaga;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Answered;
import waybill.sagas.course.Bounds;

/** What can be seen of sagas, and by whom. */
class ReadingTest {
  private final Office office = new Office();

  /** One that completed, one that was undone, one in need, one under way; the newest last. */
  @BeforeEach
  void sagas() {
    office.reserved("o1");
    office.answers("o1", "bank.charged/1");
    office.answers("o1", "store.shipped/1");
    later();
    office.deliver(office.bought("o2"));
    office.answers("o2", "store.refused/1");
    later();
    office.deliver(office.bought("o3"));
    office.deliver(office.regretted("o3"));
    office.answers("o3", "store.stuck/1");
    later();
    office.deliver(office.bought("o4"));
  }

  private void later() {
    office.pass(Duration.ofSeconds(1));
  }

  @Test
  void aClientThatCameAfterTheDeployment_seesItsServicesSagas_aslongAsItSpeaksForIt() {
    Caller till = Caller.machine("till");
    assertThat(office.as(till).get("/sagas").refusal()).isEqualTo("403 forbidden");

    office.serviceChanged("shop", "till", "van");
    assertThat(office.as(till).get("/sagas/buy.o2").status()).isEqualTo(200);
    assertThat(office.as(Caller.machine("van")).get("/sagas").status()).isEqualTo(200);

    office.serviceChanged("shop", "van");
    assertThat(office.as(till).get("/sagas/buy.o2").refusal()).isEqualTo("403 forbidden");
    assertThat(office.as(Caller.machine("van")).get("/sagas/buy.o2").status()).isEqualTo(200);
  }

  @Test
  void aClientThatSpeaksForAnotherServiceNow_isNotTakenFromIt() {
    office.serviceChanged("shop", "till");
    office.serviceChanged("depot", "till");
    office.serviceChanged("shop");

    assertThat(office.as(Caller.machine("till")).get("/sagas").status()).isEqualTo(200);
    assertThat(office.as(Caller.machine("till")).get("/sagas/buy.o2").refusal())
        .isEqualTo("404 unknown-saga");
  }

  @Test
  void aSaga_isShownWithItsStepsAndAllThatHappened() {
    Answered shown = get("/sagas/buy.o2");

    assertThat(shown.text("/state")).isEqualTo("compensated");
    assertThat(shown.text("/reason")).isEqualTo("refused: store.refused/1");
    assertThat(shown.text("/step")).isEqualTo("reserve");
    assertThat(shown.body().findValuesAsText("what"))
        .containsExactly("begun", "asked", "refused", "told", "compensated");
    assertThat(shown.body().path("steps").findValuesAsText("state"))
        .containsExactly("refused", "waiting", "waiting");
    assertThat(shown.text("/correlation_id")).isEqualTo("c-o2");
  }

  @Test
  void noDocument_isShown() {
    for (var component : ShownSaga.class.getRecordComponents())
      assertThat(component.getName()).isNotIn("input", "replies");
    assertThat(get("/sagas/buy.o1").body().toString()).doesNotContain("tea");
  }

  @Test
  void withoutAWish_whatNeedsSomebodyComesFirst() {
    assertThat(ids("/sagas")).containsExactly("buy.o3", "buy.o4", "buy.o2", "buy.o1");
  }

  @Test
  void pages_followEachOther() {
    List<String> all = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < 10; page++) {
      Answered one = get("/sagas?limit=1" + cursor);
      all.addAll(one.items("saga_id"));
      if (one.text("/cursor").isEmpty()) break;
      cursor = "&cursor=" + one.text("/cursor");
    }

    assertThat(all).containsExactly("buy.o3", "buy.o4", "buy.o2", "buy.o1");
    assertThat(get("/sagas?cursor=nonsense").refusal()).startsWith("422 bad-cursor");
  }

  @Test
  void sagas_areFoundByState_definition_andAge() {
    assertThat(ids("/sagas?state=needs-attention")).containsExactly("buy.o3");
    assertThat(ids("/sagas?definition=buy"))
        .containsExactly("buy.o4", "buy.o3", "buy.o2", "buy.o1");
    assertThat(ids("/sagas?definition=other&state=running")).isEmpty();
    assertThat(ids("/sagas?definition=buy&begun_before=2026-01-01T00:00:02Z"))
        .containsExactly("buy.o2", "buy.o1");
  }

  @Test
  void aClient_seesTheSagasOfItsService_andNoOthers() {
    ObjectNode definition = Buying.definition();
    definition.put("owner", "orders");
    office.register(definition);
    office.deliver(office.bought("o5"));
    Caller orders = Caller.machine("orders");

    assertThat(office.as(orders).get("/sagas").items("saga_id")).containsExactly("buy.o5");
    assertThat(office.as(orders).get("/sagas/buy.o5").status()).isEqualTo(200);
    assertThat(office.as(orders).get("/sagas/buy.o4").refusal()).isEqualTo("404 unknown-saga");
  }

  @Test
  void whoIsNeither_seesNothing() {
    for (Caller caller :
        new Caller[] {Caller.person("ada", "member"), Caller.machine("nobody"), Caller.NOBODY}) {
      assertThat(office.as(caller).get("/sagas").refusal()).isEqualTo("403 forbidden");
      assertThat(office.as(caller).get("/sagas/buy.o1").refusal()).isEqualTo("403 forbidden");
    }
  }

  @Test
  void whatChangesNothing_isListedUpToABound_andThenCounted() {
    var reserve = office.said("o1").get(0);
    for (int n = 0; n < Bounds.IGNORED_LISTED_MAX + 10; n++)
      office.deliver(office.answer(reserve, "store.reserved/1"));

    assertThat(office.happened("o1"))
        .filteredOn(what -> what == Happening.IGNORED)
        .hasSize(Bounds.IGNORED_LISTED_MAX);
    assertThat(get("/sagas/buy.o1").body().path("unlisted").asInt()).isEqualTo(10);
  }

  private Answered get(String path) {
    return office.as(Office.OPERATOR).get(path);
  }

  private List<String> ids(String path) {
    return get(path).items("saga_id");
  }
}

package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static waybill.contracts.exchange.ReplayMode.RE_EXECUTE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.Erasure;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.exchange.ListJobs;
import waybill.contracts.exchange.ShownMessage;
import waybill.contracts.exchange.StartErasure;
import waybill.exchange.erase.ErasureApi;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route;
import waybill.kit.outbox.Parcel;
import waybill.kit.problem.Problem;
import waybill.kit.testing.Given;

/** What was said about somebody goes, and the order in which it was said stays. */
class ErasureTest {
  private static final Caller OPERATOR = Caller.person("olga", "operator");
  private static final MessageId FIRST = new MessageId("users", "u1", 1);
  private static final MessageId SECOND = new MessageId("users", "u1", 2);

  private final Spine spine = new Spine();

  private static ErasureApi api(Spine spine) {
    Exchange core = spine.core();
    return new ErasureApi(core.service, core.jobs, spine.woken::add);
  }

  private static Erasure begun(Spine spine) {
    var asked = new StartErasure(null, "u1", "asked for by the person");
    return spine.given(api(spine).start(new Request<>(asked, Map.of(), OPERATOR)));
  }

  private Erasure erase() {
    Erasure begun = begun(spine);
    spine.turn(begun.id());
    return listed().get(0);
  }

  private List<Erasure> listed() {
    var page = api(spine).list(new Request<>(new ListJobs(null, null), Map.of(), OPERATOR));
    return spine.given(page).items();
  }

  private ShownMessage shown(MessageId id) {
    var api =
        new ExchangeApi(
            spine.ledger(),
            new Bindings(Given.CATALOG, new Copies(spine.exchange().rows())),
            spine.exchange().claims());
    var path = Map.of("message_id", id.toString());
    return spine.given(api.show(new Request<>(new Route.Nothing(), path, OPERATOR)));
  }

  private static List<String> whereAdaIs(Spine spine) {
    return Stream.of(spine.table, spine.orders.table)
        .flatMap(table -> table.items().stream())
        .filter(item -> item.doc().contains("Ada"))
        .map(item -> item.key().toString())
        .toList();
  }

  @Test
  void whatWasErased_isShownWithoutItsData_andSaysWhoAndWhy() {
    spine.commit("u1");
    spine.settle();
    String digest = spine.ledger().entry(FIRST).required().digest();

    erase();

    ShownMessage shown = shown(FIRST);
    var erased = Objects.requireNonNull(shown.erased());
    assertThat(shown.message().has("data")).isFalse();
    assertThat(shown.message().path("id").asText()).isEqualTo("users~u1~1");
    assertThat(erased.by()).isEqualTo("olga");
    assertThat(erased.reason()).isEqualTo("asked for by the person");
    assertThat(erased.digest()).isEqualTo(digest);
    assertThat(shown.deliveries().get(0).state()).isEqualTo(DeliveryState.HANDLED);
    var document = Given.CATALOG.write(ExchangeContracts.MESSAGE, shown);
    assertThat(Given.CATALOG.check(ExchangeContracts.MESSAGE.id(), document)).isEmpty();
  }

  @Test
  void whoErasedWhat_isKept() {
    spine.commit("u1");
    spine.commitChange("u1");
    spine.commit("u2");
    spine.settle();

    Erasure erased = erase();

    assertThat(erased.erased()).isEqualTo(2);
    assertThat(erased.by()).isEqualTo("olga");
    assertThat(erased.ended()).isNotNull();
    assertThat(shown(new MessageId("users", "u2", 1)).erased()).isNull();
  }

  @Test
  void aLostMessage_isSentAgainWithoutABody_andTheKeyGoesOn() {
    Past.lose(spine, "u1", 2);
    erase();
    spine.commitChange("u1");
    spine.settle();

    spine.pass(Spine.RESEND_AFTER);
    spine.settle();

    assertThat(spine.stateOf(FIRST)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.stateOf(SECOND)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.heardOf("u1")).containsExactly(3L);
  }

  @Test
  void whatIsParkedAtASubscriber_losesItsDataToo_andIsPassedOver() {
    spine.journal.failAt(FIRST.toString());
    spine.commit("u1");
    spine.commitChange("u1");
    spine.settle();
    assertThat(whereAdaIs(spine)).isNotEmpty();

    erase();
    spine.settle();

    assertThat(whereAdaIs(spine)).isEmpty();
    assertThat(spine.stateOf(FIRST)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.stateOf(SECOND)).isEqualTo(DeliveryState.SKIPPED);
    spine.commitChange("u1");
    spine.settle();
    assertThat(spine.heardOf("u1")).containsExactly(3L);
  }

  @Test
  void whatWaitsForItsTurn_isErasedToo_andGoesOutWithoutABody() {
    spine.commit("u1");
    spine.commitChange("u1");
    spine.relay();
    List<Parcel> parcels = Mail.takenFrom(spine.users.out);
    spine.route(parcels.subList(1, 2));

    erase();
    spine.route(parcels.subList(0, 1));
    spine.settle();

    assertThat(spine.heardOf("u1")).containsExactly(1L);
    assertThat(spine.stateOf(SECOND)).isEqualTo(DeliveryState.SKIPPED);
  }

  @Test
  void aLateCopy_doesNotBringTheDataBack() {
    spine.commit("u1");
    spine.relay();
    List<Parcel> copies = Mail.takenFrom(spine.users.out);
    spine.route(copies);
    spine.orders.in.purge();
    spine.orders.in.forget();
    erase();

    spine.route(copies);

    assertThat(spine.orders.in.waiting())
        .filteredOn(parcel -> parcel.body().contains("keyseq"))
        .isNotEmpty()
        .allSatisfy(
            parcel -> assertThat(Message.parse(parcel.body()).skipped()).contains("erased"));
    assertThat(whereAdaIs(spine)).isEmpty();
  }

  @Test
  void theCopiesOfAReplay_areErasedToo_andNothingErasedIsReplayed() {
    spine.commit("u1");
    spine.settle();
    Past past = new Past(spine);
    past.untilDone(past.start(RE_EXECUTE));

    erase();

    assertThat(whereAdaIs(spine)).isEmpty();
    assertThat(past.untilDone(past.start(RE_EXECUTE)).sent()).isZero();
  }

  @Test
  void onlyAnOperator_erases() {
    var asked = new StartErasure(null, "u1", "why not");
    for (Caller caller : List.of(Caller.person("ada"), Caller.machine("users"))) {
      var answer = api(spine).start(new Request<>(asked, Map.of(), caller));
      assertThat(((Answer.Refused<Erasure>) answer).refusal().type()).isEqualTo(Problem.FORBIDDEN);
    }
  }

  private static void said(Spine spine) {
    Past.lose(spine, "u1", 2);
  }

  private static int callsOfAWholeRun() {
    Spine spine = new Spine();
    said(spine);
    Erasure begun = begun(spine);
    spine.fuse.mend();
    spine.turn(begun.id());
    return spine.fuse.calls();
  }

  @TestFactory
  Stream<DynamicTest> aCrash_beforeCall() {
    return IntStream.range(0, callsOfAWholeRun())
        .mapToObj(
            calls -> DynamicTest.dynamicTest(String.valueOf(calls + 1), () -> isTakenUp(calls)));
  }

  private static void isTakenUp(int calls) {
    Spine spine = new Spine();
    said(spine);
    Erasure begun = begun(spine);
    spine.fuse.endAfter(calls);
    assertThatExceptionOfType(Killed.class).isThrownBy(() -> spine.turn(begun.id()));
    spine.fuse.mend();

    spine.turn(begun.id());
    for (int hour = 0; hour < 3; hour++) {
      spine.settle();
      spine.pass(Duration.ofHours(1));
    }
    spine.settle();

    assertThat(whereAdaIs(spine)).isEmpty();
    assertThat(spine.stateOf(FIRST)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.stateOf(SECOND)).isEqualTo(DeliveryState.SKIPPED);
    assertThat(spine.heardOf("u1")).isEmpty();
  }

  @Test
  void whatTheDeskPutInPlaceOfTheData_goesToo_andNothingIsPutThereAnyMore() {
    spine.journal.failAt(FIRST.toString());
    spine.commit("u1");
    spine.settle();
    var desk = new AtDesk(spine, "orders");
    var edit =
        AtDesk.wish(1)
            .set(
                "data",
                Json.parse(
                    """
                    {"user_id":"u1","email":"a@example.com","name":"Ada King",
                     "registered_at":"2026-01-01T00:00:00.000Z"}"""));
    desk.ask("edit", FIRST, edit.deepCopy());

    erase();
    desk.carryOutAll();
    spine.settle();

    assertThat(whereAdaIs(spine)).isEqualTo(List.of());
    assertThat(desk.ask("edit", FIRST, edit.deepCopy()).status()).isEqualTo(409);
  }
}

package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Call;
import waybill.contracts.exchange.DeliveryState;
import waybill.exchange.call.Calling;
import waybill.exchange.join.Destinations;
import waybill.exchange.join.Joining;
import waybill.exchange.join.Spokesman;
import waybill.exchange.join.SubscriptionsApi;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.pull.PullApi;
import waybill.exchange.pull.Pulling;
import waybill.exchange.pull.Telling;
import waybill.exchange.webhook.Letter;
import waybill.exchange.webhook.Reply;
import waybill.exchange.webhook.Schedule;
import waybill.kit.commit.Cell;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.HttpTesting.Asking;
import waybill.kit.testing.KeepsBooks;

/** Parcels speaks, and depot subscribes; every step between them is taken by hand. */
final class Joins implements Destinations, KeepsBooks {
  static final Caller DEPOT = Caller.machine("depot-client");
  static final Caller OPERATOR = Caller.person("ada", "operator");
  static final String QUEUE = "https://sqs.test/000000000000/waybill-sub-depot.fifo";
  static final String HOOK = "https://depot.example/hook";

  final Outside outside = new Outside();
  final Spine spine = outside.spine;
  final List<Letter> letters = new ArrayList<>();
  final Map<String, String> badUrls = new LinkedHashMap<>();
  Function<Letter, Reply> endpoint = letter -> reply(Reply.Outcome.HANDLED);
  private int secrets;
  private int events;

  Joins() {
    outside.binds("depot", "depot-client");
    outside.readBy("depot", "letters");
    outside.tell();
    spine.named.put(QUEUE, new NamedQueue());
  }

  static Reply reply(Reply.Outcome outcome) {
    return new Reply(outcome, outcome.name(), null, false);
  }

  @Override
  public Optional<String> queue(String url) {
    return Optional.ofNullable(badUrls.get(url));
  }

  @Override
  public Optional<String> webhook(String url) {
    return Optional.ofNullable(badUrls.get(url));
  }

  @Override
  public String secret() {
    byte[] bytes =
        ("a secret of thirty-two bytes " + (100 + ++secrets)).getBytes(StandardCharsets.UTF_8);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  Asking as(Caller caller) {
    Exchange core = spine.core();
    var spokesman = new Spokesman(outside.bindings()::of, outside.bindings()::isService);
    var joining =
        new Joining(
            core.service,
            core.subscriptions,
            core.jobs,
            this,
            new Orders(core.jobs, core.service.clock()),
            id -> {});
    var routes =
        new SubscriptionsApi(core.subscriptions, spokesman, joining)
            .routes()
            .and(
                new PullApi(
                        core.subscriptions,
                        spokesman,
                        new Pulling(core.service, core.lanes),
                        new Telling(
                            core.lanes, core.receipts()::note, () -> {}, core.service.clock()))
                    .routes());
    return new HttpTesting(core.service, routes).as(caller);
  }

  static ObjectNode wants(String kind) {
    ObjectNode wants = Json.object();
    wants.putArray("contracts").add(Outside.CONTRACT + "/1");
    ObjectNode delivery = wants.putObject("delivery").put("kind", kind);
    if (kind.equals("queue")) delivery.put("url", QUEUE);
    if (kind.equals("webhook")) delivery.put("url", HOOK);
    return wants;
  }

  Answered put(ObjectNode wanted) {
    return as(DEPOT).put("/subscriptions/depot", Json.write(wanted));
  }

  void joins(ObjectNode wanted) {
    Answered answer = put(wanted);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
  }

  void joins(String kind) {
    joins(wants(kind));
  }

  void leaves() {
    assertThat(as(DEPOT).delete("/subscriptions/depot").status()).isEqualTo(200);
  }

  /** Is said and routed. */
  /** Nobody is to act on it after so much time. */
  void saysFor(Duration time, String parcel) {
    accept(event(parcel).put("expirytime", spine.clock.instant().plus(time).toString()));
    outside.route();
  }

  void says(String... parcels) {
    for (String parcel : parcels) accept(event(parcel));
    outside.route();
  }

  ObjectNode event(String parcel) {
    return Outside.event("e" + ++events, parcel);
  }

  void accept(ObjectNode event) {
    Answered answer = outside.publish(event);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
  }

  /** What is done in turns, as far as it may be done now. */
  void work() {
    Exchange core = spine.core();
    new DueJobs(core, core.works(spine.watched())).minute();
  }

  void minuteAfter(Duration time) {
    spine.clock.pass(time);
    spine.named.values().forEach(one -> one.queue.forget());
    spine.minute();
    work();
  }

  List<JsonNode> pull(int max) {
    Answered answer = as(DEPOT).get("/subscriptions/depot/messages?max=" + max);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return StreamSupport.stream(answer.body().path("messages").spliterator(), false).toList();
  }

  /** As {@code p1~1 after 0}. */
  static List<String> of(List<JsonNode> lent) {
    return lent.stream().map(one -> shown(one.path("message"))).toList();
  }

  static String shown(JsonNode message) {
    return message.path("id").asText().replace("parcels~", "")
        + " after "
        + message.path("after").asLong();
  }

  List<String> queued() {
    return Objects.requireNonNull(spine.named.get(QUEUE)).queue.waiting().stream()
        .map(parcel -> shown(Json.parse(parcel.body())))
        .toList();
  }

  String tell(JsonNode lent, String outcome) {
    return tell(lent.at("/message/id").asText(), lent.path("lease").asText(), outcome);
  }

  String tell(String id, String lease, String outcome) {
    ObjectNode receipt = Json.object().put("message_id", id).put("outcome", outcome);
    if (!lease.isEmpty()) receipt.put("lease", lease);
    return tell(receipt);
  }

  /** It could not be handled, and is wanted again so many seconds later. */
  String tellAgain(String id, int seconds) {
    return tell(
        Json.object().put("message_id", id).put("outcome", "retry").put("after_seconds", seconds));
  }

  private String tell(ObjectNode receipt) {
    ObjectNode told = Json.object();
    told.putArray("receipts").add(receipt);
    Answered answer = as(DEPOT).post("/subscriptions/depot/receipts", Json.write(told));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.text("/receipts/0/result");
  }

  /** Pulls and handles until there is no more. */
  List<String> drain() {
    List<String> all = new ArrayList<>();
    for (List<JsonNode> lent = pull(100); !lent.isEmpty(); lent = pull(100))
      for (JsonNode one : lent) {
        all.add(shown(one.path("message")));
        assertThat(tell(one, "handled")).isEqualTo("noted");
      }
    return all;
  }

  /** Calls whoever is to be called, until nobody is. */
  void call() {
    while (!spine.calls.isEmpty()) {
      Call next = spine.calls.iterator().next();
      spine.calls.remove(next);
      call(next);
    }
  }

  void call(Call call) {
    Exchange core = spine.core();
    new Calling(core.service, core.subscriptions, core.lanes, this::post, new Schedule(() -> 0))
        .call(call);
  }

  private Reply post(Letter letter) {
    letters.add(letter);
    return endpoint.apply(letter);
  }

  List<String> lettersIds() {
    return letters.stream().map(letter -> letter.id().replace("parcels~", "")).toList();
  }

  Delivery delivery(String id, String subscription) {
    return spine.ledger().delivery(MessageId.parse("parcels~" + id), subscription).required();
  }

  DeliveryState state(String id) {
    return delivery(id, "depot").state();
  }

  /** All that the books say of what was routed to somebody, each state so often. */
  Map<DeliveryState, Long> books(String subscription) {
    Map<DeliveryState, Long> books = new LinkedHashMap<>();
    spine.table.items().stream()
        .filter(item -> Delivery.isAt(item.key()))
        .filter(item -> Delivery.subscriptionOf(item.key()).equals(subscription))
        .forEach(
            item -> books.merge(Cell.of(item, Delivery.class).required().state(), 1L, Long::sum));
    return books;
  }

  String stateShown() {
    return as(OPERATOR).get("/subscriptions/depot").text("/state");
  }

  @Override
  public void balance() {
    outside.balance();
  }
}

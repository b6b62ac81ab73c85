package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.exchange.desk.DeskApi;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.job.Job;
import waybill.exchange.join.Spokesman;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.HttpTesting.Asking;

/** Somebody at the desk of one subscription, over HTTP; orders go on when they are told to. */
final class AtDesk {
  static final Caller OLGA = Caller.person("olga", "operator");
  private static final String REASON = "the customer is there now";

  private final Spine spine;
  private final String subscription;

  AtDesk(Spine spine, String subscription) {
    this.spine = spine;
    this.subscription = subscription;
  }

  Asking as(Caller caller) {
    Exchange core = spine.core();
    var bindings = new Bindings(core.service.catalog(), new Copies(spine.exchange().rows()));
    var spokesman = new Spokesman(bindings::of, bindings::isService);
    var api =
        new DeskApi(
            core.service, core.subscriptions, spokesman, core.desk(), core.jobs, told -> {});
    return new HttpTesting(core.service, api.routes()).as(caller);
  }

  private String at(String path) {
    return "/subscriptions/" + subscription + path;
  }

  Answered show(String query) {
    return as(OLGA).get(at("/parked" + query));
  }

  /** All that is parked, without the groups. */
  List<JsonNode> parked() {
    List<JsonNode> all = new ArrayList<>();
    JsonNode shown = show("").body();
    shown.path("groups").forEach(group -> group.path("items").forEach(all::add));
    return all;
  }

  List<String> parkedIds() {
    return parked().stream().map(one -> one.path("message_id").asText()).toList();
  }

  static ObjectNode wish(long sequence) {
    return Json.object().put("sequence", sequence).put("reason", REASON);
  }

  Answered ask(String order, MessageId about) {
    return ask(order, about, wish(about.sequence()));
  }

  Answered ask(String order, MessageId about, ObjectNode wish) {
    return ask(OLGA, order, about.source() + "~" + about.key(), wish);
  }

  Answered ask(Caller caller, String order, String key, ObjectNode wish) {
    return as(caller).post(at("/parked/" + key + "/" + order), Json.write(wish));
  }

  Answered askAll(String order, String group) {
    return as(OLGA)
        .post(
            at("/parked/" + order),
            Json.write(Json.object().put("group", group).put("reason", REASON)));
  }

  /** Is ordered and carried out, as far as the exchange does. */
  void order(String order, MessageId about) {
    order(order, about, wish(about.sequence()));
  }

  void order(String order, MessageId about, ObjectNode wish) {
    carryOut(ask(order, about, wish));
  }

  void edit(MessageId about, JsonNode data) {
    order("edit", about, wish(about.sequence()).set("data", data));
  }

  void carryOut(Answered given) {
    assertThat(given.status()).as(given.body().toString()).isEqualTo(202);
    carryOutAll();
  }

  /** All that is due, turn by turn. */
  void carryOutAll() {
    Exchange core = spine.core();
    for (Job job : core.jobs.list("desk", null, 100).items())
      if (job.isRunning()) spine.turn(job.id());
  }

  Answered task(Answered given) {
    return as(OLGA).get(given.header("location"));
  }

  Answered orders() {
    return as(OLGA).get(at("/desk-orders"));
  }
}

package waybill.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.exchange.desk.DeskApi;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.join.Spokesman;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Failure;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Item;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;

/** An operator who looks at what is parked, and decides this or that about it. */
final class SimulatedDesk {
  private static final Set<Integer> HONEST = Set.of(202, 404, 409, 503);

  private final Service exchange;
  private final Exchange core;
  private final Random random;

  SimulatedDesk(Service exchange, Exchange core, Random random) {
    this.exchange = exchange;
    this.core = core;
    this.random = random;
  }

  /** What was seen a moment ago may be otherwise by the time the order is given. */
  Runnable order(Item parked, Set<String> skips) {
    String subscription = Delivery.subscriptionOf(parked.key());
    MessageId id = Delivery.idOf(parked.key());
    String reason = Cell.of(parked, Delivery.class).required().reason();
    return switch (random.nextInt(4)) {
      case 0 -> {
        skips.add(subscription + " " + id);
        yield () -> ask(subscription, id, "skip", wish(id));
      }
      case 1 -> () -> ask(subscription, id, "edit", edited(id));
      case 2 -> () -> retryAll(subscription, Failure.of(reason).group());
      default -> () -> retry(parked);
    };
  }

  void retry(Item parked) {
    MessageId id = Delivery.idOf(parked.key());
    ask(Delivery.subscriptionOf(parked.key()), id, "retry", wish(id));
  }

  /** The exchange finds that it can't make it, wherever copies of it are by now. */
  void hold(Item open) {
    Cell<Delivery> at = Cell.of(open, Delivery.class);
    var now = exchange.clock().instant();
    Delivery held = at.required().unmade("untranslatable: so it seems", now);
    core.ledger.write(at, held, now.plus(Duration.ofDays(1)), null);
  }

  void goOn(MemoryQueues queues) {
    new DueJobs(core, core.works(queues)).minute();
  }

  private static ObjectNode wish(MessageId id) {
    return Json.object().put("sequence", id.sequence()).put("reason", "why not");
  }

  private ObjectNode edited(MessageId id) {
    Entry entry = core.ledger.entry(id).required();
    ObjectNode data = Message.parse(entry.text()).data().deepCopy();
    return wish(id).set("data", data.put("name", "Grace"));
  }

  private void ask(String subscription, MessageId id, String order, ObjectNode wish) {
    String key = id.source() + "~" + id.key();
    post("/subscriptions/" + subscription + "/parked/" + key + "/" + order, wish);
  }

  private void retryAll(String subscription, String group) {
    post(
        "/subscriptions/" + subscription + "/parked/retry",
        Json.object().put("group", group).put("reason", "why not"));
  }

  private void post(String path, ObjectNode body) {
    var bindings = new Bindings(exchange.catalog(), new Copies(core.service.rows()));
    var spokesman = new Spokesman(bindings::of, bindings::isService);
    var api =
        new DeskApi(core.service, core.subscriptions, spokesman, core.desk(), core.jobs, job -> {});
    Answered answer =
        new HttpTesting(core.service, api.routes()).as(AtDesk.OLGA).post(path, Json.write(body));
    if (!HONEST.contains(answer.status()))
      throw new IllegalStateException(path + " was answered " + answer.body());
  }
}

package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.catalog.CatalogContracts.CONTRACT_CHANGED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_RETIRED;
import static waybill.contracts.catalog.ServiceContracts.SERVICE_CHANGED;
import static waybill.contracts.exchange.ExchangeContracts.SUBSCRIPTION_CHANGED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.MessageId;
import waybill.contracts.catalog.BridgeTexts;
import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.ServiceChange;
import waybill.contracts.catalog.ServiceChanged;
import waybill.contracts.catalog.ServiceState;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.catalog.VersionRetired;
import waybill.contracts.form.Numbers;
import waybill.exchange.hear.Bindings;
import waybill.exchange.hear.Copies;
import waybill.exchange.ledger.Entry;
import waybill.exchange.publish.PublishApi;
import waybill.exchange.publish.Unrouted;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.HttpTesting.Asking;
import waybill.kit.inbox.Inbox;
import waybill.kit.inbox.Reaction;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTally;

/** A service outside that has registered itself and a contract, and speaks over HTTP. */
final class Outside implements KeepsBooks {
  static final String CONTRACT = "parcels.parcel-sent";
  static final Caller PARCELS = Caller.machine("parcels-client");
  private static final String HASH = "0".repeat(64);

  final Spine spine = new Spine();
  final MemoryQueue published = new MemoryQueue();
  final MemoryTally tally = new MemoryTally();
  final Fuse fuse = new Fuse();
  Runnable whilePausing = () -> {};
  int perMinute = 1_000;
  private final Member catalog = new Member("catalog", spine.clock, this::hearing);
  private final List<String> heard = new ArrayList<>();
  private final MemoryQueue in = new MemoryQueue();
  private final MemoryQueue out = new MemoryQueue();

  Outside() {
    spine.join("catalog", catalog.in);
    spine.join("exchange", in);
    binds("parcels", "parcels-client");
    defines(CONTRACT, Kind.EVENT, "/parcel", "parcels");
    registers(1);
    tell();
    catalog.states();
    spine.alsoMoves(this::settle);
  }

  void binds(String service, String... clients) {
    bindsAt(spine.clock.instant(), service, clients);
  }

  void bindsAt(Instant at, String service, String... clients) {
    var changed =
        new ServiceChanged(
            service,
            ServiceChange.CHANGED,
            ServiceState.HERE,
            "Parcels.",
            List.of(clients),
            List.of(),
            List.of(),
            null,
            null,
            at);
    catalog.commit(service, SERVICE_CHANGED, changed);
  }

  void defines(String name, Kind kind, @Nullable String key, String... senders) {
    var changed =
        new ContractChanged(
            name,
            "parcels",
            kind,
            "A parcel.",
            key,
            "NONE",
            "P30D",
            List.of(),
            List.of(senders),
            List.of(),
            List.of(),
            spine.clock.instant());
    catalog.commit(name, CONTRACT_CHANGED, changed);
  }

  /** Who may subscribe to it. */
  void readBy(String... readers) {
    var changed =
        new ContractChanged(
            CONTRACT,
            "parcels",
            Kind.EVENT,
            "A parcel.",
            "/parcel",
            "NONE",
            "P30D",
            List.of(),
            List.of("parcels"),
            List.of(readers),
            List.of(),
            spine.clock.instant());
    catalog.commit(CONTRACT, CONTRACT_CHANGED, changed);
  }

  /** A version of its own, maybe with a bridge from the one before. */
  void registers(int version, String schema, @Nullable BridgeTexts bridge) {
    var told =
        new VersionRegistered(
            CONTRACT,
            version,
            HASH,
            Json.parse(schema),
            bridge == null ? null : version - 1,
            bridge,
            numbers(Json.parse(schema)),
            spine.clock.instant());
    catalog.commit(CONTRACT, VERSION_REGISTERED, told);
    tell();
  }

  void registers(int version) {
    registers(CONTRACT, version);
  }

  void registers(String name, int version) {
    var schema =
        Json.parse(
            """
            {"type":"object","properties":{"parcel":{"type":"string"},"weight":{"type":"integer"}},
             "required":["parcel"]}
            """);
    catalog.commit(
        name,
        VERSION_REGISTERED,
        new VersionRegistered(
            name, version, HASH, schema, null, null, numbers(schema), spine.clock.instant()));
  }

  private static @Nullable JsonNode numbers(JsonNode schema) {
    return Numbers.next(null, schema).orElse(null);
  }

  void retires(int version) {
    catalog.commit(
        CONTRACT,
        VERSION_RETIRED,
        new VersionRetired(CONTRACT, version, HASH, spine.clock.instant()));
    tell();
  }

  /** The exchange hears what the catalog has said. */
  void tell() {
    catalog.relay();
    assertThat(spine.take("catalog", Mail.takenFrom(catalog.out))).isEmpty();
    var hearing = spine.core().hearing(in, out);
    assertThat(Mail.failedOf(hearing.messages(Mail.event("", Mail.takenFrom(in))))).isEmpty();
    assertThat(spine.take("exchange", Mail.takenFrom(out))).isEmpty();
    catalog.hear();
  }

  private Inbox hearing(Service service) {
    return Inbox.of(
        Inbox.on(
            SUBSCRIPTION_CHANGED,
            told -> {
              heard.add(told.data().name() + " takes " + told.data().contracts());
              return Reaction.nothing();
            }));
  }

  /** What the catalog has heard of subscriptions. */
  List<String> heardByTheCatalog() {
    catalog.hear();
    return heard;
  }

  Copies copies() {
    return new Copies(spine.exchange().rows());
  }

  Bindings bindings() {
    return new Bindings(spine.exchange().catalog(), copies());
  }

  private HttpTesting http() {
    Service known = copies().known(spine.exchange());
    var exchange =
        new Service(
            known.name(),
            new WatchedTable(known.table(), fuse),
            known.blobs(),
            known.catalog(),
            known.clock(),
            known.ids(),
            tries -> whilePausing.run(),
            known.log());
    var api =
        new PublishApi(
            exchange, copies(), bindings(), new WatchedQueue(published, fuse), tally, perMinute);
    return new HttpTesting(exchange, api.routes());
  }

  Asking as(Caller caller) {
    return http().as(caller);
  }

  Answered publish(ObjectNode event) {
    return as(PARCELS)
        .with("content-type", "application/cloudevents+json")
        .post("/messages", Json.write(event));
  }

  Answered publish(ObjectNode... events) {
    return as(PARCELS)
        .with("content-type", "application/cloudevents-batch+json")
        .post("/messages", Json.write(List.of(events)));
  }

  static ObjectNode event(String id, String parcel) {
    ObjectNode event =
        Json.object()
            .put("specversion", "1.0")
            .put("id", id)
            .put("source", "parcels")
            .put("type", CONTRACT)
            .put("dataschema", "/contracts/" + CONTRACT + "/versions/1");
    event.putObject("data").put("parcel", parcel);
    return event;
  }

  /** The router takes what was passed on. */
  void route() {
    var parcels = Mail.takenFrom(published);
    assertThat(Mail.failedOf(spine.post().take(Mail.event(Spine.PUBLISHED, parcels)))).isEmpty();
  }

  void minute() {
    new Unrouted(spine.ledger(), published, spine.clock, spine.exchange().log()).minute();
  }

  Entry entry(String id) {
    return spine.ledger().entry(MessageId.parse(id)).required();
  }

  /** Everything about what was published; what was heard of the catalog is not counted. */
  List<String> stored() {
    return spine.table.items().stream()
        .map(Item::key)
        .map(Object::toString)
        .filter(key -> key.startsWith("parcels~") || key.startsWith("published~"))
        .sorted()
        .toList();
  }

  /** Which messages about a key the ledger holds. */
  List<String> messagesOf(String key) {
    return spine.table.items().stream()
        .filter(item -> Entry.isAt(item.key()))
        .map(item -> item.key().partition())
        .filter(id -> id.startsWith("parcels~" + key + "~"))
        .sorted()
        .toList();
  }

  static Map<String, String> attributes(String id) {
    return Map.of(
        "content-type", "application/json; charset=utf-8",
        "ce-specversion", "1.0",
        "ce-id", id,
        "ce-source", "parcels",
        "ce-type", CONTRACT);
  }

  private void settle() {
    tell();
    route();
  }

  @Override
  public void balance() {
    fuse.mend();
    published.refuse(parcel -> false);
    spine.clock.pass(Duration.ofHours(1));
    minute();
    settle();
    spine.balance();
  }
}

package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.catalog.CatalogContracts.CONTRACT_CHANGED;
import static waybill.contracts.catalog.CatalogContracts.SAGA_REGISTERED;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waybill.contracts.Carried;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.Message;
import waybill.contracts.MessageId;
import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.SagaRegistered;
import waybill.contracts.catalog.VersionRegistered;
import waybill.exchange.job.Job;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.View;
import waybill.kit.inbox.Inbox;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.MemoryQueue;

/** What sagas hear reaches their coordinator, from when they are known. */
class SagasTest {
  private static final String HASH = "0".repeat(64);

  private final Spine spine = new Spine();
  private final Member catalog = new Member("catalog", spine.clock, service -> Inbox.of());
  private final MemoryQueue sagas = new MemoryQueue();
  private final MemoryQueue in = new MemoryQueue();
  private final MemoryQueue out = new MemoryQueue();

  @BeforeEach
  void join() {
    spine.join("catalog", catalog.in);
    spine.join("exchange", in);
    spine.join("sagas", sagas);
  }

  private List<Parcel> saidByCatalog() {
    catalog.relay();
    assertThat(spine.take("catalog", Mail.takenFrom(catalog.out))).isEmpty();
    return Mail.takenFrom(in);
  }

  private void hear(List<Parcel> parcels) {
    var hearing = spine.core().hearing(in, out);
    assertThat(Mail.failedOf(hearing.messages(Mail.event("", parcels)))).isEmpty();
  }

  private void contract(String name, Kind kind, String sender) {
    catalog.commit(
        name,
        CONTRACT_CHANGED,
        new ContractChanged(
            name,
            "users",
            kind,
            "For a test.",
            null,
            "NONE",
            "P30D",
            List.of(),
            List.of(sender),
            List.of("sagas"),
            List.of(),
            spine.clock.instant()));
    version(name, 1);
  }

  private void version(String name, int number, String... required) {
    ObjectNode schema = Json.object().put("type", "object");
    schema.set("required", Json.tree(required));
    catalog.commit(
        name,
        VERSION_REGISTERED,
        new VersionRegistered(name, number, HASH, schema, null, null, null, spine.clock.instant()));
  }

  private void registered(int version, String reply) {
    JsonNode definition =
        Json.parse(
            """
            {"owner":"users","summary":"For a test.","begins":"users.badge-asked/1","steps":[
              {"name":"give","command":"users.give-badge/1","done":["%s"]}]}
            """
                .formatted(reply));
    catalog.commit(
        "saga_badge",
        SAGA_REGISTERED,
        new SagaRegistered("badge", version, HASH, definition, List.of(), spine.clock.instant()));
  }

  private List<Parcel> said(String source, String key, String contract) {
    var message =
        new Message(
            new MessageId(source, key, 1),
            ContractId.parse(contract),
            spine.clock.instant(),
            "c1",
            null,
            0,
            null,
            null,
            Json.object());
    return List.of(new Parcel("g", key, message.toJson()));
  }

  private List<String> inQueueOfSagas() {
    return sagas.waiting().stream()
        .map(parcel -> Carried.parse(parcel.body()))
        .filter(Message.class::isInstance)
        .map(Message.class::cast)
        .map(message -> message.contract().toString())
        .filter(contract -> contract.startsWith("users."))
        .toList();
  }

  private View view() {
    return spine.core().subscriptions.now();
  }

  private List<String> taken() {
    Subscription coordinator = view().find("sagas").orElseThrow();
    return coordinator.takes().stream().map(ContractId::toString).toList();
  }

  private List<Job> tellings() {
    return spine.core().jobs.list(Announcing.KIND, null, 10).items();
  }

  @Test
  void aReplyOfARegisteredContract_reachesTheCoordinator() {
    contract("users.badge-given", Kind.REPLY, "users");
    registered(1, "users.badge-given/1");
    hear(saidByCatalog());

    spine.route(said("users", "b1", "users.badge-given/1"));

    assertThat(inQueueOfSagas()).containsExactly("users.badge-given/1");
  }

  @Test
  void aSagaThatIsKnownBeforeItsContracts_losesNothing() {
    registered(1, "users.badge-given/1");
    hear(saidByCatalog());
    contract("users.badge-given", Kind.REPLY, "users");
    hear(saidByCatalog());

    spine.route(said("users", "b1", "users.badge-given/1"));

    assertThat(inQueueOfSagas()).containsExactly("users.badge-given/1");
  }

  @Test
  void theCoordinator_mayTellWhatNamesItAmongItsSenders_andNobodyElse() {
    contract("users.give-badge", Kind.COMMAND, "sagas");
    hear(saidByCatalog());

    assertThat(spine.take("sagas", said("sagas", "b1", "users.give-badge/1"))).isEmpty();
    assertThat(spine.take("users", said("users", "b2", "users.give-badge/1"))).isEmpty();

    assertThat(routed("sagas", "b1")).isEqualTo(1);
    assertThat(routed("users", "b2")).isZero();
  }

  private long routed(String source, String key) {
    return waybill.exchange.ledger.Head.of(spine.ledger().head(new MessageId(source, key, 1)))
        .routed();
  }

  @Test
  void twoVersionsOfASaga_addUp() {
    registered(1, "users.badge-given/1");
    registered(2, "users.badge-given/2");
    hear(saidByCatalog());

    assertThat(taken()).contains("catalog.saga-registered/1", "orders.order-placed/1");
    assertThat(taken())
        .filteredOn(contract -> contract.startsWith("users."))
        .containsExactly("users.badge-asked/1", "users.badge-given/1", "users.badge-given/2");
  }

  @Test
  void whatAnySagaNames_comesAsItWasSaid_andAnotherVersionUnderOneThatIsNamed() {
    contract("users.badge-given", Kind.REPLY, "users");
    version("users.badge-given", 2);
    version("users.badge-given", 3);
    registered(1, "users.badge-given/1");
    registered(2, "users.badge-given/2");
    hear(saidByCatalog());

    for (int number = 1; number <= 3; number++)
      spine.route(said("users", "b" + number, "users.badge-given/" + number));

    assertThat(inQueueOfSagas())
        .containsExactly("users.badge-given/1", "users.badge-given/2", "users.badge-given/2");
  }

  @Test
  void whatCantBecomeTheNewestThatIsNamed_comesAsAnOlderOne() {
    contract("users.badge-given", Kind.REPLY, "users");
    version("users.badge-given", 2);
    version("users.badge-given", 3, "grams");
    registered(1, "users.badge-given/1");
    registered(2, "users.badge-given/3");
    hear(saidByCatalog());

    spine.route(said("users", "b1", "users.badge-given/2"));

    assertThat(inQueueOfSagas()).containsExactly("users.badge-given/1");
  }

  @Test
  void aSagaHeardTwice_changesNothing() {
    registered(1, "users.badge-given/1");
    List<Parcel> event = saidByCatalog();
    hear(event);
    long version = view().version();

    hear(event);
    registered(2, "users.badge-given/1");
    hear(saidByCatalog());

    assertThat(view().version()).isEqualTo(version);
    assertThat(tellings()).hasSize(1);
  }

  @Test
  void theCatalogIsTold_whatTheCoordinatorTakesFromNowOn() {
    registered(1, "users.badge-given/1");
    hear(saidByCatalog());

    spine.turn(tellings().get(0).id());

    assertThat(catalog.in.waiting())
        .map(parcel -> Carried.parse(parcel.body()))
        .filteredOn(Message.class::isInstance)
        .map(carried -> ((Message) carried).data())
        .singleElement()
        .satisfies(
            changed -> {
              assertThat(changed.path("name").asText()).isEqualTo("sagas");
              assertThat(changed.path("contracts").toString())
                  .contains("users.badge-asked/1", "users.badge-given/1");
            });
  }

  @Test
  void whoeverRoutedBefore_seesTheChangeWithTheNextMessage() {
    contract("users.badge-given", Kind.REPLY, "users");
    hear(saidByCatalog());
    Post router = spine.post();
    router.take(Mail.event(Mail.outOf("users"), said("users", "b1", "users.badge-given/1")));
    assertThat(inQueueOfSagas()).isEmpty();
    registered(1, "users.badge-given/1");
    hear(saidByCatalog());

    router.take(Mail.event(Mail.outOf("users"), said("users", "b2", "users.badge-given/1")));

    assertThat(inQueueOfSagas()).containsExactly("users.badge-given/1");
  }

  @Test
  void theCoordinatorsSubscription_isNobodysToLeave() {
    registered(1, "users.badge-given/1");
    hear(saidByCatalog());

    assertThat(spine.core().subscriptions.find("sagas")).isEmpty();
    assertThat(spine.core().subscriptions.isMember("sagas")).isTrue();
  }

  @Test
  void whatTheDeploymentsSagasHear_isSubscribedFromTheStart(@TempDir Path folder)
      throws IOException {
    Catalogs catalogs = Catalogs.copiedTo(folder);
    Files.createDirectories(folder.resolve("sagas/badge"));
    Files.writeString(
        folder.resolve("sagas/badge/v1.json"),
        """
        {"owner":"users","summary":"For a test.","begins":"users.user-changed/1","steps":[
          {"name":"give","command":"users.give-badge/1","done":["users.badge-given/1"]}]}
        """);
    spine.exchangeKnows(catalogs.catalog());

    assertThat(taken())
        .contains("catalog.saga-registered/1", "users.badge-given/1", "users.user-changed/1");
  }
}

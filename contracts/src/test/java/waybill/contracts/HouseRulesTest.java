package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.saga.SagaCheck;
import waybill.contracts.saga.SagaId;
import waybill.contracts.verdict.Judge;

/** What every contract and service of the built-in catalog keeps, whoever adds it. */
class HouseRulesTest {
  private static final Set<String> ABOUT = Set.of("$schema", "title", "description");

  private final Catalog catalog = Catalog.builtIn();
  private final Set<String> services =
      catalog.services().stream().map(ServiceEntry::name).collect(Collectors.toSet());

  @TestFactory
  Stream<DynamicTest> theOwner_isTheNamesPrefix_andAKnownService() {
    return each(
        id -> {
          assertThat(definition(id).owner()).isEqualTo(id.owner());
          assertThat(services).contains(id.owner());
        });
  }

  @TestFactory
  Stream<DynamicTest> aSummary_saysWhatItIsFor_andATitleWhatItIs() {
    return each(
        id -> {
          assertThat(definition(id).summary()).isNotBlank();
          assertThat(catalog.schema(id).path("title").asText()).isNotBlank();
        });
  }

  @TestFactory
  Stream<DynamicTest> sendersAndReaders_areKnownServices() {
    return each(
        id -> {
          assertThat(services).containsAll(definition(id).senders());
          assertThat(services).containsAll(definition(id).readers());
        });
  }

  @TestFactory
  Stream<DynamicTest> anEvent_hasAKey_thatEveryDocumentMustName() {
    return each(
        id -> {
          String key = definition(id).key();
          assertThat(key != null).isEqualTo(definition(id).kind() == Kind.EVENT);
          if (key != null) {
            String name = key.substring(1);
            assertThat(Pointers.in(catalog, catalog.schema(id))).contains(key);
            assertThat(catalog.schema(id).path("required"))
                .anySatisfy(required -> assertThat(required.asText()).isEqualTo(name));
          }
        });
  }

  /** A field that a later version brought is confidential before there is one. */
  @TestFactory
  Stream<DynamicTest> confidentialPointers_leadSomewhere() {
    return each(
        id ->
            assertThat(
                    catalog.contracts().stream()
                        .filter(version -> version.name().equals(id.name()))
                        .flatMap(version -> Pointers.in(catalog, catalog.schema(version)).stream()))
                .containsAll(definition(id).confidential()));
  }

  @TestFactory
  Stream<DynamicTest> emailsAndNamesOfUsers_areConfidentialWhereverTheyOccur() {
    return each(
        id -> {
          if (id.owner().equals("users")) {
            List<String> personal =
                Pointers.in(catalog, catalog.schema(id)).stream()
                    .filter(HouseRulesTest::isPersonal)
                    .toList();
            assertThat(definition(id).confidential())
                .filteredOn(HouseRulesTest::isPersonal)
                .containsExactlyInAnyOrderElementsOf(personal);
          }
        });
  }

  private static boolean isPersonal(String pointer) {
    return pointer.endsWith("/email") || pointer.endsWith("/name");
  }

  /** RATIONALE.md says why. */
  @TestFactory
  Stream<DynamicTest> whatTheOwnerReads_isClosed_andWhatItWrites_isOpen() {
    return each(
        id -> {
          Kind kind = definition(id).kind();
          if (kind == Kind.TYPE) return; // As open as those who share it need it.
          if (catalog.schema(id).has("contentMediaType")) return; // A file, and no JSON.
          boolean closed = kind == Kind.REQUEST || kind == Kind.COMMAND;
          assertThat(Pointers.objects(catalog.schema(id)).isEmpty()).isEqualTo(takesAnything(id));
          assertThat(Pointers.objects(catalog.schema(id)))
              .allSatisfy(object -> assertThat(isClosed(object)).isEqualTo(closed));
        });
  }

  @TestFactory
  Stream<DynamicTest> examples_areAtLeastOneValidAndTwoInvalid() {
    return each(
        id -> {
          assertThat(catalog.examples(id)).filteredOn(Example::valid).isNotEmpty();
          if (!takesAnything(id))
            assertThat(catalog.examples(id)).filteredOn(e -> !e.valid()).hasSizeGreaterThan(1);
        });
  }

  /** Then no document is invalid. */
  private boolean takesAnything(ContractId id) {
    return catalog
        .schema(id)
        .propertyStream()
        .allMatch(keyword -> ABOUT.contains(keyword.getKey()));
  }

  @Test
  void services_provideExactlyWhatTheyOwn() {
    for (ServiceEntry service : catalog.services()) {
      assertThat(service.provides())
          .containsExactlyInAnyOrderElementsOf(
              catalog.contracts().stream()
                  .filter(id -> id.owner().equals(service.name()))
                  .toList());
    }
  }

  @Test
  void services_consumeOnlyWhatTheyMayRead() {
    for (ServiceEntry service : catalog.services())
      for (ContractId consumed : service.consumes()) {
        assertThat(catalog.has(consumed)).as(consumed.toString()).isTrue();
        Definition of = definition(consumed);
        assertThat(of.kind()).isIn(Kind.EVENT, Kind.COMMAND, Kind.REPLY);
        if (of.kind() == Kind.COMMAND) assertThat(of.owner()).isEqualTo(service.name());
        else assertThat(of.readers()).contains(service.name());
      }
  }

  @Test
  void routes_takeRequestsAndGiveResponsesOfTheirService() {
    for (ServiceEntry service : catalog.services())
      for (RouteEntry route : service.routes()) {
        ContractId takes = route.takes();
        if (takes != null) assertThat(definition(takes).kind()).isEqualTo(Kind.REQUEST);
        assertThat(definition(route.gives()).kind()).isEqualTo(Kind.RESPONSE);
        assertThat(service.provides()).as(route.route()).contains(route.gives());
        assertThat(route.answers()).as(route.route()).isNotEmpty().allMatch(s -> s / 100 == 2);
        assertThat(route.summary()).as(route.route()).endsWith(".");
      }
  }

  @Test
  void aRoute_isOfOneServiceOnly() {
    assertThat(catalog.services().stream().flatMap(service -> service.routes().stream()))
        .extracting(RouteEntry::route)
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .allMatch(route -> route.matches("(GET|PUT|POST|PATCH|DELETE) /[a-z0-9/{}_.-]*"));
  }

  @Test
  void clientIds_belongToOneServiceOnly() {
    assertThat(catalog.services().stream().flatMap(service -> service.clientIds().stream()))
        .doesNotHaveDuplicates()
        .containsAll(services);
  }

  @TestFactory
  Stream<DynamicTest> aSaga_canWork_andIsAKnownServices() {
    SagaCheck check = new SagaCheck(catalog.whole(), Judge.standard(), Clock.systemUTC());
    return catalog.sagas().stream()
        .map(
            id ->
                dynamicTest(
                    id.toString(),
                    () -> {
                      assertThat(check.violations(catalog.saga(id))).isEmpty();
                      assertThat(services).contains(catalog.saga(id).path("owner").asText());
                    }));
  }

  @Test
  void versionsOfASaga_countFromOne_andKeepTheOwner() {
    for (SagaId id : catalog.sagas()) {
      if (id.version() == 1) continue;
      SagaId before = new SagaId(id.name(), id.version() - 1);
      assertThat(catalog.sagas()).contains(before);
      assertThat(catalog.saga(id).path("owner")).isEqualTo(catalog.saga(before).path("owner"));
    }
  }

  private Definition definition(ContractId id) {
    return catalog.definition(id.name());
  }

  private static boolean isClosed(JsonNode object) {
    return Objects.equals(object.path("additionalProperties").toString(), "false");
  }

  private Stream<DynamicTest> each(Consumer<ContractId> rule) {
    return catalog.contracts().stream()
        .map(id -> dynamicTest(id.toString(), () -> rule.accept(id)));
  }
}

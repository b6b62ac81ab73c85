package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.MEMBER;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.PARCELS;
import static waybill.catalog.Office.STRANGER;
import static waybill.catalog.Shipping.saga;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import waybill.contracts.Canonical;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.saga.SagaLimits;
import waybill.kit.commit.Table;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;
import waybill.kit.testing.RacedTable;

/** {@code POST /saga-definitions/{name}/versions}. */
class RegisterSagaTest {
  private static final String COMMAND = "\"kind\":\"command\",\"senders\":[%s]";
  private static final String EVENT = "\"kind\":\"event\",\"key\":\"/id\",\"readers\":[%s]";

  private final Shipping shipping = new Shipping();

  @Test
  void theFirstVersion_isCreated_underNumberOne() {
    Answered created = shipping.register("ship", saga("It is sent."));
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.header("location")).isEqualTo("/saga-definitions/ship/versions/1");
    assertThat(created.text("/version")).isEqualTo("1");
    assertThat(created.text("/hash")).isEqualTo(Canonical.hash(Json.parse(saga("It is sent."))));
    assertThat(created.text("/built_in")).isEqualTo("false");
  }

  @Test
  void theSameContent_isTheSameVersion_howeverItIsWritten() {
    shipping.register("ship", saga("It is sent."));
    Answered again =
        shipping.register(
            "ship", saga("It is sent.").replace(" ", "  ").replace("It  is  sent", "It is sent"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("/version")).isEqualTo("1");
    assertThat(again.messages()).isEmpty();
    assertThat(shipping.said()).hasSize(1);
  }

  @Test
  void anotherContent_isTheNextVersion_andTheFirstStaysAsItWas() {
    shipping.register("ship", saga("It is sent."));
    assertThat(shipping.register("ship", saga("It is sent soon.")).text("/version")).isEqualTo("2");
    assertThat(shipping.get("/ship/versions/1").body().path("definition"))
        .isEqualTo(Json.parse(saga("It is sent.")));
    assertThat(shipping.get("/ship").text("/definition/summary")).isEqualTo("It is sent soon.");
  }

  @Test
  void aVersion_isSaid_withAllThatIsNeededToRunIt() {
    shipping.version("parcels.sent", "{\"$ref\":\"waybill:parcels.asked/1\"}");
    Answered created = shipping.register("ship", saga("Sent.").replace("sent/1", "sent/2"));
    Message said = shipping.said().get(0);
    assertThat(created.messages()).containsExactly("catalog~saga_ship~1");
    assertThat(Given.CATALOG.check(said.contract(), said.data())).isEmpty();
    assertThat(said.data().path("contracts").findValuesAsText("contract"))
        .containsExactly("parcels.asked/1", "parcels.send/1", "parcels.sent/2");
    assertThat(said.data().path("contracts").findValuesAsText("kind"))
        .containsExactly("event", "command", "reply");
    assertThat(said.data().at("/contracts/2/schema/$defs/parcels.asked@1/required/0").asText())
        .isEqualTo("id");
    assertThat(said.data().path("definition").path("owner").asText()).isEqualTo("parcels");
  }

  @Test
  void whatCouldNotWork_isRefused_withPointers() {
    assertThat(
            shipping
                .register("ship", saga("Sent.").replace("parcels.sent/1", "parcels.lost/1"))
                .refusal())
        .isEqualTo("422 bad-saga /definition/steps/0/done");
    assertThat(
            shipping.register("ship", saga("Sent.").replace("/input/id", "/input/name")).refusal())
        .isEqualTo("422 bad-saga /definition/steps/0/with/~1id");
    assertThat(shipping.register("ship", saga("Sent.").replace("steps", "stages")).status())
        .isEqualTo(422);
    assertThat(shipping.said()).isEmpty();
  }

  @Test
  void onlyItsOwner_andOperators_registerASaga() {
    assertThat(shipping.register(STRANGER, "ship", saga("Sent.")).refusal())
        .isEqualTo("403 forbidden");
    assertThat(shipping.register(MEMBER, "ship", saga("Sent.")).refusal())
        .isEqualTo("403 forbidden");
    assertThat(shipping.register(PARCELS, "ship", saga("letters", "Sent.")).refusal())
        .isEqualTo("403 forbidden");
    assertThat(shipping.register(OPERATOR, "ship", saga("Sent.")).status()).isEqualTo(201);
  }

  @Test
  void aSagaCommandsAndReads_onlyWithTheConsentOfWhoeverOwnsTheContract() {
    Answered refused = shipping.register(OPERATOR, "steal", saga("thieves", "Taken."));

    assertThat(refused.refusal())
        .isEqualTo("422 bad-saga /definition/begins /definition/steps/0/command");
    assertThat(refused.text("/violations/1/says"))
        .isEqualTo("parcels.send/1 does not name thieves among its senders");
    assertThat(shipping.said()).isEmpty();
    assertThat(shipping.register(OPERATOR, "ship", saga("letters", "Sent.")).status())
        .isEqualTo(201);
  }

  @Test
  void aName_belongsToItsFirstOwner() {
    shipping.register("ship", saga("Sent."));
    assertThat(shipping.register(OPERATOR, "ship", saga("letters", "Sent.")).refusal())
        .isEqualTo("409 saga-taken");
  }

  @Test
  void aNameThatCantBe_isRefused() {
    assertThat(shipping.register("Ship", saga("Sent.")).refusal()).isEqualTo("422 bad-saga-name");
  }

  @Test
  void aSagaNamedAsAService_isAnotherItem_andSaidUnderAnotherKey() {
    assertThat(shipping.register("parcels", saga("Sent.")).status()).isEqualTo(201);
    assertThat(shipping.office.messages().stream().map(Message::id)).doesNotHaveDuplicates();
  }

  @Test
  void whatCantBeToldWhole_isRefused() {
    String padded =
        Shipping.ID.replaceFirst("\\{", "{\"description\":\"" + "x".repeat(45_000) + "\",");
    List<String> replies = new ArrayList<>(List.of("parcels.sent/1"));
    for (int i = 0; i < 5; i++) {
      shipping.contract("parcels.sent-by-" + i, Map.of("kind", "reply"), padded);
      replies.add("parcels.sent-by-" + i + "/1");
    }
    String saga = saga("Sent.").replace("[\"parcels.sent/1\"]", Json.write(replies));
    assertThat(shipping.register("ship", saga).refusal()).isEqualTo("422 saga-too-large");
  }

  /** What one message begins, the coordinator begins in one commit. */
  @Test
  void byOneContract_onlySoManySagasBegin_whicheverVersionTheyName() {
    shipping.version("parcels.asked", Shipping.ID.replaceFirst("\\{", "{\"title\":\"Asked\","));
    for (int i = 0; i < SagaLimits.LISTENING_MAX; i++)
      assertThat(shipping.register("ship-" + i, saga("Sent.")).status()).isEqualTo(201);

    String other = saga("Sent.").replace("asked/1", "asked/2");
    assertThat(shipping.register("ship", other).refusal())
        .isEqualTo("422 bad-saga /definition/begins");
    assertThat(shipping.register("ship-0", other).status()).isEqualTo(201);
  }

  @Test
  void ofTwoAtOnce_onlyOneIsTheLast() {
    List<RacedTable> tables = new ArrayList<>();
    Shipping raced =
        new Shipping(
            table -> {
              tables.add(new RacedTable(table));
              return tables.get(tables.size() - 1);
            });
    for (int i = 1; i < SagaLimits.LISTENING_MAX; i++) raced.register("ship-" + i, saga("Sent."));
    tables.get(0).by(() -> raced.register("faster", saga("Sent.")));

    assertThat(raced.register("slower", saga("Sent.")).refusal())
        .isEqualTo("422 bad-saga /definition/begins");
  }

  @Test
  void asManyContractsAsASagaMayName_areOneCommit() {
    List<List<String>> replies = new ArrayList<>();
    for (int step = 0; step < 8; step++) replies.add(new ArrayList<>());
    for (int i = 2; i < SagaLimits.CONTRACTS_MAX; i++) {
      shipping.contract("parcels.sent-by-" + i, Map.of("kind", "reply"), Shipping.ID);
      replies.get(i % 8).add("parcels.sent-by-" + i + "/1");
    }
    ObjectNode saga = (ObjectNode) Json.parse(saga("Sent."));
    ArrayNode steps = saga.putArray("steps");
    for (int step = 0; step < 8; step++)
      steps.add(
          Json.parse(
                  saga("Sent.")
                      .replace("\"send\"", "\"send-" + step + "\"")
                      .replace("[\"parcels.sent/1\"]", Json.write(replies.get(step))))
              .at("/steps/0"));

    assertThat(shipping.register("ship", Json.write(saga)).status()).isEqualTo(201);
  }

  @Test
  void whatARunningSagaUses_isNotRetired_andTheCoordinatorIsNamed() {
    shipping.register("ship", saga("Sent."));
    shipping.version("parcels.sent", "{\"type\":\"object\",\"required\":[\"id\"]}");
    shipping.register("ship", saga("Sent.").replace("sent/1", "sent/2"));
    for (String name : List.of("parcels.asked", "parcels.send", "parcels.sent")) {
      Answered refused = shipping.retire(name);
      assertThat(refused.refusal()).isEqualTo("409 version-in-use");
      assertThat(refused.text("/consumers/0")).isEqualTo("sagas");
    }
  }

  @Test
  void aNewVersionOfAReply_isJudgedAgainstTheSagas() {
    shipping.contract("parcels.moved", Map.of("kind", "reply"), Shipping.ID);
    shipping
        .office
        .contracts()
        .as(OPERATOR)
        .put(
            "/contracts/parcels.moved",
            "{\"kind\":\"reply\",\"summary\":\"It moved.\",\"compatibility\":\"BACKWARD\"}");
    shipping.register("ship", saga("Sent.").replace("parcels.sent/1", "parcels.moved/1"));
    String number = Shipping.ID.replace("string", "integer");
    Answered refused = shipping.version("parcels.moved", number);
    assertThat(refused.refusal()).isEqualTo("409 breaking-version");
    assertThat(refused.text("/users/0/service")).isEqualTo("sagas");
    assertThat(refused.text("/users/0/role")).isEqualTo("reader");
  }

  @Test
  void whatARegisteredSagaNeeds_isNotTakenFromIt_andTheSagasAreNamed() {
    shipping.register(OPERATOR, "ship", saga("letters", "Sent."));

    Answered silenced = shipping.define("parcels.send", COMMAND.formatted("\"letters\""));
    assertThat(silenced.refusal()).isEqualTo("409 needed-by-sagas /senders");
    assertThat(silenced.text("/sagas/0")).isEqualTo("ship");
    assertThat(silenced.text("/violations/0/says")).isEqualTo("the saga ship needs sagas here");
    assertThat(shipping.define("parcels.send", COMMAND.formatted("\"sagas\"")).refusal())
        .as("its owner")
        .isEqualTo("409 needed-by-sagas /senders");
    assertThat(shipping.define("parcels.sent", "\"kind\":\"reply\",\"readers\":[]").refusal())
        .isEqualTo("409 needed-by-sagas /readers");
    assertThat(shipping.define("parcels.asked", EVENT.formatted("")).refusal())
        .isEqualTo("409 needed-by-sagas /readers /readers");
  }

  @Test
  void whatNoSagaNeeds_isTakenAway_andMoreIsGiven() {
    shipping.register("ship", saga("Sent."));
    for (String senders : List.of("\"sagas\"", "\"sagas\",\"letters\",\"till\""))
      assertThat(shipping.define("parcels.send", COMMAND.formatted(senders)).status())
          .isEqualTo(200);
  }

  @Test
  void whatIsTakenAwayInTheSameMoment_isNoticed_byWhoeverIsSlower() {
    List<RacedTable> tables = new ArrayList<>();
    UnaryOperator<Table> racing =
        table -> {
          tables.add(new RacedTable(table));
          return tables.get(tables.size() - 1);
        };
    Shipping registers = new Shipping(racing);
    String without = COMMAND.formatted("");
    tables
        .get(0)
        .by(() -> assertThat(registers.define("parcels.send", without).status()).isEqualTo(200));
    assertThat(registers.register("ship", saga("Sent.")).refusal())
        .isEqualTo("422 bad-saga /definition/steps/0/command");

    Shipping takes = new Shipping(racing);
    tables
        .get(1)
        .by(() -> assertThat(takes.register("ship", saga("Sent.")).status()).isEqualTo(201));
    assertThat(takes.define("parcels.send", without).refusal())
        .isEqualTo("409 needed-by-sagas /senders");
  }

  @Test
  void whatIsRetiredInTheSameMoment_isNoticed() {
    List<RacedTable> tables = new ArrayList<>();
    Shipping raced =
        new Shipping(
            table -> {
              tables.add(new RacedTable(table));
              return tables.get(0);
            });
    tables.get(0).by(() -> assertThat(raced.retire("parcels.sent").status()).isEqualTo(200));
    assertThat(raced.register("ship", saga("Sent.")).refusal())
        .isEqualTo("422 bad-saga /definition/steps/0/done");
  }
}

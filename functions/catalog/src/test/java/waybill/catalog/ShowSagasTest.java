package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Shipping.saga;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.catalog.RegisterSaga;
import waybill.contracts.saga.SagaId;
import waybill.contracts.verdict.Judge;
import waybill.kit.http.Answer;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.Request;
import waybill.kit.testing.Given;

/** {@code GET /saga-definitions} and what is below. */
class ShowSagasTest {
  private final Shipping shipping = new Shipping();

  private static List<String> names(Answered page) {
    return page.body().path("items").findValuesAsText("name");
  }

  @Test
  void aVersion_isForEver_andTheLatestForSeconds() {
    String hash = shipping.register("ship", saga("Sent.")).text("/hash");
    shipping.office.hears(1, "sagas", "sagas", "parcels.asked/1", "parcels.sent/1");
    Answered shown = shipping.get("/ship/versions/1");
    assertThat(shown.header("etag")).isEqualTo('"' + hash + '"');
    assertThat(shown.header("cache-control")).contains("immutable");
    for (String latest : List.of("/ship", "/ship/versions/latest")) {
      assertThat(shipping.get(latest).body()).isEqualTo(shown.body());
      assertThat(shipping.get(latest).header("cache-control")).isEqualTo("private, max-age=10");
    }
  }

  @Test
  void aVersion_saysWhetherTheExchangeBringsAllThatItHears_andIsNotKeptBefore() {
    assertThat(shipping.register("ship", saga("Sent.")).text("/listening")).isEqualTo("false");
    shipping.office.hears(1, "sagas", "sagas", "parcels.asked/1");
    Answered early = shipping.get("/ship/versions/1");
    assertThat(early.text("/listening")).isEqualTo("false");
    assertThat(early.header("cache-control")).isEqualTo("no-store");
    assertThat(early.header("etag")).isEmpty();

    shipping.office.hears(2, "sagas", "sagas", "parcels.asked/1", "parcels.sent/1");
    assertThat(shipping.get("/ship/versions/1").text("/listening")).isEqualTo("true");
    assertThat(shipping.register("ship", saga("Sent.")).text("/listening")).isEqualTo("true");
    assertThat(shipping.get("/place-order").text("/listening")).isEqualTo("true");
  }

  @Test
  void whatIsNotThere_isNotFound() {
    shipping.register("ship", saga("Sent."));
    for (String path : List.of("/Ship", "/sail", "/ship/versions/2", "/ship/versions/newest"))
      assertThat(shipping.get(path).refusal()).isEqualTo("404 not-found");
  }

  @Test
  void sagas_areListedByName_pageByPage_andByOwner() {
    for (String name : List.of("wrap", "ship", "pack")) shipping.register(name, saga("Sent."));
    shipping.register(OPERATOR, "post", saga("letters", "Sent."));
    Answered first = shipping.get("?limit=4");
    assertThat(names(first)).containsExactly("cancel-order", "pack", "place-order", "post");
    assertThat(first.text("/items/1/latest")).isEqualTo("1");
    Answered second = shipping.get("?cursor=" + first.text("/cursor"));
    assertThat(names(second)).containsExactly("ship", "wrap");
    assertThat(second.body().has("cursor")).isFalse();
    assertThat(names(shipping.get("?owner=letters"))).containsExactly("post");
    assertThat(shipping.get("?cursor=abc").refusal()).isEqualTo("422 bad-cursor /cursor");
  }

  @Test
  void theDeployments_areSeenLikeTheOthers_andTheirNamesAreTaken(@TempDir Path folder)
      throws IOException {
    Path saga = folder.resolve("sagas/ship");
    Files.createDirectories(saga);
    Files.writeString(saga.resolve("v1.json"), saga("It is sent."));
    Files.writeString(saga.resolve("v2.json"), saga("It is sent soon."));
    shipping.register("pack", saga("Packed."));
    var rows = shipping.office.rows();
    Sagas sagas = new Sagas(Catalog.at(folder), rows);
    assertThat(sagas.names()).containsExactly("pack", "ship");
    assertThat(sagas.find("ship"))
        .hasValueSatisfying(
            one -> {
              assertThat(one.latest()).isEqualTo(2);
              assertThat(one.builtIn()).isTrue();
            });
    assertThat(sagas.version(new SagaId("ship", 1)))
        .hasValueSatisfying(
            one -> assertThat(one.definition()).isEqualTo(Json.parse(saga("It is sent."))));
    Contracts contracts = new Contracts(new BuiltInContracts(Given.CATALOG), rows);
    var registering =
        new RegisteringSagas(
            sagas,
            contracts,
            new Writers(contracts, client -> Set.of()),
            Judge.standard(),
            rows,
            shipping.office.clock);
    JsonNode definition = Json.parse(saga("Mine."));
    var request = new Request<>(new RegisterSaga(definition), Map.of("name", "ship"), OPERATOR);
    assertThat(registering.register(request))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused -> assertThat(refused.refusal().type()).isEqualTo(SagasProblem.BUILT_IN_SAGA));
  }

  @Test
  void whatTheDeploymentsUse_isUsedByTheCoordinator(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("sagas/ship"));
    Files.writeString(folder.resolve("sagas/ship/v1.json"), saga("It is sent."));
    var services = new BuiltInServices(Catalog.at(folder));
    assertThat(services.usesOf("parcels.sent"))
        .hasToString("[Use[service=sagas, takes=parcels.sent/1]]");
    assertThat(services.usesOf("parcels.send")).hasSize(1);
  }
}

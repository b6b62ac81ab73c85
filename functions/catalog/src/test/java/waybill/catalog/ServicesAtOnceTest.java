package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.PARCELS;
import static waybill.catalog.Office.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** Two requests at once, one between another's read and its write. */
class ServicesAtOnceTest {
  private static final String VERSION =
      "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\"string\"}},"
          + "\"required\":[\"id\"]}";
  private static final Map<String, Object> LISTENS =
      with("consumes", List.of("letters.letter-sent/1"));

  private final List<RacedTable> tables = new ArrayList<>();
  private final List<Answered> meanwhile = new ArrayList<>();
  private final Office office =
      new Office(
          table -> {
            tables.add(new RacedTable(table));
            return tables.get(0);
          });

  @Test
  void twoServicesThatTakeOneClient_areOneThatHasIt() {
    meanwhile(() -> office.put(OPERATOR, "letters", with("client_ids", List.of("parcels-client"))));
    assertThat(office.parcels().refusal()).isEqualTo("409 client-taken /client_ids/0");
    assertThat(meanwhile.get(0).status()).isEqualTo(201);
    assertThat(office.said()).containsExactly("letters registered");
  }

  @Test
  void oneServiceRegisteredTwice_isOne() {
    meanwhile(office::parcels);
    assertThat(office.parcels().status()).isEqualTo(200);
    assertThat(office.said()).containsExactly("parcels registered");
    assertThat(Directory.of(Directory.SERVICES, office.rows()).names()).containsExactly("parcels");
  }

  @Test
  void twoServicesRegisteredAtOnce_areBothInTheList() {
    meanwhile(() -> office.put(OPERATOR, "letters", with()));
    office.parcels();
    assertThat(Directory.of(Directory.SERVICES, office.rows()).names())
        .containsExactly("letters", "parcels");
  }

  @Test
  void aClientThatLosesItsServiceMeanwhile_changesItNoMore() {
    office.parcels();
    meanwhile(() -> office.put(OPERATOR, "parcels", with("client_ids", List.of())));
    assertThat(office.put(PARCELS, "parcels", with("summary", "Mine.")).refusal())
        .isEqualTo("403 forbidden");
  }

  @Test
  void twoThatTakeUpOneContract_areBothKnownToUseIt() {
    var uses = with("consumes", List.of("orders.order-confirmed/1"));
    meanwhile(() -> office.put(OPERATOR, "letters", uses));
    office.put(OPERATOR, "parcels", uses);
    assertThat(Uses.of("orders.order-confirmed", office.rows()).versionsByService())
        .isEqualTo(Map.of("letters", List.of(1), "parcels", List.of(1)));
  }

  @Test
  void aVersionThatIsRetiredMeanwhile_isNotUsed() {
    office.contract("letters.letter-sent", "event", VERSION);
    meanwhile(this::retire);
    assertThat(office.put(OPERATOR, "parcels", LISTENS).refusal())
        .isEqualTo("422 bad-declaration /consumes/0");
    assertThat(meanwhile.get(0).status()).isEqualTo(200);
  }

  @Test
  void aVersionThatIsTakenUpMeanwhile_isNotRetired() {
    office.contract("letters.letter-sent", "event", VERSION);
    meanwhile(() -> office.put(OPERATOR, "parcels", LISTENS));
    assertThat(retire().refusal()).isEqualTo("409 version-in-use");
    assertThat(meanwhile.get(0).status()).isEqualTo(201);
  }

  /** Whichever read the other comes behind. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aVersion_isNeverBothRetiredAndInUse(int reads) {
    office.contract("letters.letter-sent", "event", VERSION);
    for (int read = 1; read < reads; read++) tables.get(0).afterReadBy(() -> {});
    tables.get(0).afterReadBy(() -> meanwhile.add(office.put(OPERATOR, "parcels", LISTENS)));
    Answered retired = retire();
    assertThat(meanwhile).hasSize(1);
    assertThat(retired.status() == 200).isNotEqualTo(meanwhile.get(0).status() == 201);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void aVersion_isNeverBothUsedAndRetired(int reads) {
    office.contract("letters.letter-sent", "event", VERSION);
    for (int read = 1; read < reads; read++) tables.get(0).afterReadBy(() -> {});
    tables.get(0).afterReadBy(() -> meanwhile.add(retire()));
    Answered used = office.put(OPERATOR, "parcels", LISTENS);
    assertThat(meanwhile).hasSize(1);
    assertThat(used.status() == 201).isNotEqualTo(meanwhile.get(0).status() == 200);
  }

  /** Whichever read the reader comes behind: it is there when the version is written. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aVersion_isJudgedForWhoTakesUpTheContractMeanwhile(int reads) {
    office.event("letters.letter-sent", VERSION);
    for (int read = 1; read < reads; read++) tables.get(0).afterReadBy(() -> {});
    tables.get(0).afterReadBy(() -> meanwhile.add(office.put(OPERATOR, "parcels", LISTENS)));
    String alike = VERSION.replace("{\"type\":\"object\"", "{\"title\":\"A\",\"type\":\"object\"");
    Answered registered =
        office
            .contracts()
            .as(OPERATOR)
            .post("/contracts/letters.letter-sent/versions", "{\"schema\":" + alike + "}");
    assertThat(meanwhile).extracting(Answered::status).containsExactly(201);
    assertThat(registered.body().path("users").findValuesAsText("service"))
        .containsExactly("parcels");
  }

  private Answered retire() {
    return office.contracts().as(OPERATOR).delete("/contracts/letters.letter-sent/versions/1");
  }

  private void meanwhile(Supplier<Answered> other) {
    tables.get(0).by(() -> meanwhile.add(other.get()));
  }
}

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
import waybill.kit.commit.Commit;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.RacedTable;

/** Two requests at once, one between another's read and its write. */
class ServicesAtOnceTest {
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
    assertThat(Directory.of(office.rows()).names()).containsExactly("parcels");
  }

  @Test
  void twoServicesRegisteredAtOnce_areBothInTheList() {
    meanwhile(() -> office.put(OPERATOR, "letters", with()));
    office.parcels();
    assertThat(Directory.of(office.rows()).names()).containsExactly("letters", "parcels");
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
    var uses = with("consumes", List.of("catalog.service-changed/1"));
    meanwhile(() -> office.put(OPERATOR, "letters", uses));
    office.put(OPERATOR, "parcels", uses);
    assertThat(Uses.of("catalog.service-changed", office.rows()).versionsByService())
        .isEqualTo(Map.of("letters", List.of(1), "parcels", List.of(1)));
  }

  @Test
  void aUseInTheMomentOfARetirement_isDecidedAgain() {
    var uses = with("consumes", List.of("catalog.service-changed/1"));
    List<Integer> decisions = new ArrayList<>();
    tables
        .get(0)
        .by(
            () -> {
              decisions.add(1);
              Putting.commit(
                  office.table,
                  Commit.commit(Uses.asTheyAre("catalog.service-changed", office.rows())));
            })
        .by(() -> decisions.add(2));
    office.put(OPERATOR, "parcels", uses);
    assertThat(decisions).containsExactly(1, 2);
  }

  private void meanwhile(Supplier<Answered> other) {
    tables.get(0).by(() -> meanwhile.add(other.get()));
  }
}

package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.kit.http.HttpTesting.Answered;

/** {@code GET /contracts}. */
class BrowsingTest {
  private static final List<String> OURS =
      List.of("shop.a", "shop.a-b", "shop.ab", "shop.b", "zoo.animal", "ant.hill", "orders.extra");

  private final Archive archive = new Archive();

  @BeforeEach
  void define() {
    for (String name : OURS)
      archive
          .as(Archive.OPERATOR)
          .put("/contracts/" + name, "{\"kind\":\"reply\",\"summary\":\"About " + name + "\"}");
  }

  @Test
  void all_areListedByName_theRegisteredAmongTheBuiltIn() {
    List<String> all = all();
    for (int limit : new int[] {1, 2, 3, 7, 100})
      assertThat(paged("limit=" + limit)).isEqualTo(all);
  }

  @Test
  void someOfThem_areFound_whateverThePage() {
    assertThat(paged("owner=shop&limit=1"))
        .containsExactly("shop.a", "shop.a-b", "shop.ab", "shop.b");
    assertThat(paged("owner=orders&limit=2")).contains("orders.extra", "orders.order");
    assertThat(paged("kind=reply&limit=3")).containsAll(OURS);
    assertThat(paged("text=ABOUT%20shop&limit=2")).hasSize(4);
    assertThat(paged("owner=nobody")).isEmpty();
  }

  @Test
  void contract_isListed_withItsLatestVersion() {
    archive.with("shop.c", Archive.TEXT, Archive.INTEGER);
    Answered list = archive.get("/contracts?owner=shop&text=shop.c");
    assertThat(list.text("/items/0/latest")).isEqualTo("2");
    assertThat(list.text("/items/0/built_in")).isEqualTo("false");
  }

  @Test
  void cursorOfAnotherQuestion_isRefused() {
    String cursor = archive.get("/contracts?limit=1").text("/cursor");
    for (String other : List.of("owner=shop&cursor=" + cursor, "cursor=abc", "cursor=!"))
      assertThat(archive.get("/contracts?" + other).refusal()).isEqualTo("422 bad-cursor /cursor");
  }

  @Test
  void question_outsideItsContract_isRefused() {
    assertThat(archive.get("/contracts?kind=topic").refusal())
        .isEqualTo("422 contract-violation /kind");
  }

  private List<String> all() {
    return Stream.concat(
            OURS.stream(), Catalog.builtIn().contracts().stream().map(ContractId::name).distinct())
        .sorted()
        .toList();
  }

  private List<String> paged(String query) {
    List<String> found = new ArrayList<>();
    String cursor = "";
    do {
      Answered page =
          archive.get("/contracts?" + query + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
      assertThat(page.status()).isEqualTo(200);
      found.addAll(page.items("name"));
      cursor = page.text("/cursor");
    } while (!cursor.isEmpty());
    return found;
  }
}

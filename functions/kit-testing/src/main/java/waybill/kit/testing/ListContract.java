package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.commit.BadCursor;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Page;
import waybill.kit.commit.Table;

/** Items of one list or of one partition, in order, a page at a time, none lost. */
public interface ListContract {
  String LARGE = "\"" + "x".repeat(200_000) + "\"";

  Table table();

  @Test
  default void aList_showsTheNewestFirst() {
    list("all", "b", "a", "c");

    assertThat(ids(table().list("all", null, 10))).containsExactly("c", "b", "a");
  }

  @Test
  default void aList_holdsNothingOfAnother() {
    list("all", "a");
    list("other", "b");

    assertThat(ids(table().list("all", null, 10))).containsExactly("a");
  }

  @Test
  default void aListedItem_hasItsDocAndVersion() {
    Putting.at("a").listed("all", "a").doc("{\"n\":1}").to(table());

    assertThat(table().list("all", null, 10).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.kind()).isEqualTo("thing");
              assertThat(item.doc()).isEqualTo("{\"n\":1}");
              assertThat(item.version()).isEqualTo(1);
            });
  }

  @Test
  default void aPut_canTakeAnItemOffItsList() {
    list("all", "a");

    Putting.at("a").expecting(1).to(table());

    assertThat(table().list("all", null, 10).items()).isEmpty();
  }

  @Test
  default void relatedItems_areShownWhateverListTheyStandIn() {
    Putting.at("a").listed("one", "1").related("family").to(table());
    Putting.at("b").listed("two", "2").related("family").to(table());
    Putting.at("c").listed("two", "3").to(table());

    assertThat(ids(table().related("family", null, 10))).containsExactly("b", "a");
    Page<Item> first = table().related("family", null, 1);
    assertThat(ids(table().related("family", first.cursor(), 10))).containsExactly("a");
    assertThat(table().related("nobody", null, 10).items()).isEmpty();
  }

  @Test
  default void aPut_canTakeAnItemOutOfItsRelation() {
    Putting.at("a").listed("one", "1").related("family").to(table());

    Putting.at("a").listed("one", "1").expecting(1).to(table());

    assertThat(table().related("family", null, 10).items()).isEmpty();
  }

  @Test
  default void behindAPlace_isWhatComesLaterAndBeginsSo() {
    for (int at = 1; at <= 4; at++) Putting.at(new Key("one", "p~" + at)).to(table());
    Putting.at(new Key("one", "q~1")).to(table());
    Putting.at(new Key("one", "a")).to(table());

    assertThat(places(table().behind("one", "p~", "p~2", 10))).containsExactly("p~3", "p~4");
    assertThat(places(table().behind("one", "p~", "p~", 2))).containsExactly("p~1", "p~2");
    assertThat(table().behind("one", "p~", "p~4", 10)).isEmpty();
  }

  @Test
  default void pages_goOnWhereTheLastEnded() {
    list("all", "a", "b", "c", "d", "e");

    assertThat(paged("all", 2)).containsExactly("e", "d", "c", "b", "a");
  }

  @Test
  default void partOfAList_isWhatBeginsSo_aPageAtATime() {
    list("all", "a", "b1", "b2", "b3", "c");
    Page<Item> first = table().list("all", "b", null, 2);

    assertThat(ids(first)).containsExactly("b3", "b2");
    assertThat(ids(table().list("all", "b", first.cursor(), 2))).containsExactly("b1");
    assertThat(table().list("all", "b", first.cursor(), 2).cursor()).isNull();
    assertThat(table().list("all", "d", null, 2).items()).isEmpty();
  }

  @Test
  default void cursorOfAnotherPart_isRefused() {
    list("all", "a", "b", "c");
    String cursor = table().list("all", null, 1).cursor();

    assertThatThrownBy(() -> table().list("all", "a", cursor, 1)).isInstanceOf(BadCursor.class);
  }

  @Test
  default void theLastPage_hasNoCursor() {
    list("all", "a", "b");

    assertThat(table().list("all", null, 2).cursor()).isNull();
    assertThat(table().list("all", null, 1).cursor()).isNotNull();
  }

  @Test
  default void anItemThatCameMeanwhile_shiftsNoPage() {
    list("all", "a", "b", "c");
    Page<Item> first = table().list("all", null, 2);
    list("all", "d");

    assertThat(ids(table().list("all", first.cursor(), 2))).containsExactly("a");
  }

  /** DynamoDB ends an answer at 1 MB, whatever was asked for. */
  @Test
  default void aPageOfLargeItems_losesNone() {
    for (int n = 0; n < 8; n++) Putting.at("n" + n).listed("all", "n" + n).doc(LARGE).to(table());

    assertThat(paged("all", 20)).hasSize(8).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "garbage", "Z2FyYmFnZQ", "YQpiCmMKZA"})
  default void garbage_isABadCursor(String garbage) {
    list("all", "a");

    assertThatThrownBy(() -> table().list("all", garbage, 1)).isInstanceOf(BadCursor.class);
  }

  @Test
  default void anotherListsCursor_isRefused() {
    list("private", "a", "b", "c");
    list("public", "d");
    String cursor = table().list("private", null, 1).cursor();

    assertThatThrownBy(() -> table().list("public", cursor, 10)).isInstanceOf(BadCursor.class);
  }

  @Test
  default void aCursor_doesNotNameItsList() {
    list("private", "a", "b");

    String cursor = String.valueOf(table().list("private", null, 1).cursor());

    assertThat(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8))
        .doesNotContain("private");
  }

  @Test
  default void aPartition_isReadInTheOrderOfItsPlaces() {
    for (String place : List.of("p~2", "p~1", "q~0", "p~3"))
      Putting.at(new Key("one", place)).to(table());
    Putting.at(new Key("two", "p~1")).to(table());

    assertThat(places(table().under("one", "p~", 10))).containsExactly("p~1", "p~2", "p~3");
    assertThat(places(table().under("one", "p~", 2))).containsExactly("p~1", "p~2");
    assertThat(table().under("nobody", "p~", 2)).isEmpty();
    assertThat(places(table().under("one", "", 10))).contains("p~1", "p~2", "p~3");
  }

  @Test
  default void aPartitionOfLargeItems_losesNone() {
    for (int n = 0; n < 8; n++) Putting.at(new Key("one", "p~" + n)).doc(LARGE).to(table());

    assertThat(places(table().under("one", "p~", 7))).hasSize(7);
  }

  private void list(String list, String... ids) {
    for (String id : ids) Putting.at(id).listed(list, id).to(table());
  }

  private List<String> paged(String list, int limit) {
    List<String> found = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page<Item> page = table().list(list, cursor, limit);
      found.addAll(ids(page));
      cursor = page.cursor();
    } while (cursor != null);
    return found;
  }

  private static List<String> ids(Page<Item> page) {
    return page.items().stream().map(item -> item.key().partition()).toList();
  }

  private static List<String> places(List<Item> items) {
    return items.stream().map(item -> item.key().place()).toList();
  }
}

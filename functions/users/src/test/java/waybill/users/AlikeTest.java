package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.commit.ForwardingTable;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Table;
import waybill.kit.commit.Write;
import waybill.kit.http.HttpTesting.Answered;

/**
 * Nobody learns who is registered: the whole answer is the same, and so is what was done for it.
 */
class AlikeTest {
  private static final String KNOWN = "ada@example.com";
  private static final String WITHOUT_A_PASSWORD = "bob@example.com";
  private static final String UNKNOWN = "eve@example.com";
  private static final String SECRET = "a horse, a staple";

  private final List<String> done = new ArrayList<>();
  private final Registry registry = new Registry(this::watched);

  @BeforeEach
  void register() {
    registry.register(KNOWN, SECRET);
    registry.user(WITHOUT_A_PASSWORD);
  }

  @Test
  void aWrongPassword_isAnsweredLikeAnUnknownUser_untilAllOfThemRest() {
    assertAlike(this::wrongPassword, "401 wrong-credentials");
  }

  @Test
  void aWrongPassword_isAnsweredLikeAnUnknownUser_alsoById() {
    assertAllAlike(
        List.of("u-1", "u-2", "u-404"), this::wrongPasswordById, "401 wrong-credentials");
  }

  @Test
  void anAccountThatThePoolLocks_isAnsweredLikeAnUnknownOne() {
    registry.accounts.lock(true);
    assertAlike(this::wrongPassword, "401 wrong-credentials");
    assertAlike(email -> registry.confirmReset(email, "000000", SECRET), "422 reset-refused");
    assertAlike(registry::requestReset, "202 ");
  }

  @Test
  void aRequestForACode_isAnsweredLikeOneOfAnUnknownUser() {
    assertAlike(registry::requestReset, "202 ");
  }

  @Test
  void aWrongCode_isAnsweredLikeAnUnknownUser_whetherOneWasSentOrNot() {
    registry.requestReset(KNOWN);
    assertAlike(email -> registry.confirmReset(email, "000000", SECRET), "422 reset-refused");
  }

  @Test
  void aPoolThatIsDown_isNoHintEither() {
    registry.accounts.goDown(true);
    assertAlike(this::wrongPassword, "503 accounts-unavailable");
    assertAlike(registry::requestReset, "503 accounts-unavailable");
  }

  @Test
  void anAccountThatRests_isNoHint_whichIdAnEmailHas() {
    for (int i = 0; i < Attempts.MOST; i++) registry.logIn(KNOWN, "wrong");
    assertThat(whole(wrongPasswordById("u-1"))).isEqualTo(whole(wrongPasswordById("u-404")));
  }

  private void assertAlike(Function<String, Answered> ask, String first) {
    assertAllAlike(List.of(KNOWN, WITHOUT_A_PASSWORD, UNKNOWN), ask, first);
  }

  /** More often than is allowed, each time by all of them. */
  private void assertAllAlike(List<String> names, Function<String, Answered> ask, String first) {
    for (int round = 0; round < Attempts.MOST + 2; round++) {
      List<Object> seen = new ArrayList<>();
      for (String name : names) {
        done.clear();
        registry.accounts.asked.clear();
        Answered answered = ask.apply(name);
        if (round == 0) assertThat(answered.refusal()).isEqualTo(first);
        seen.add(List.of(whole(answered), List.copyOf(done), pool()));
      }
      assertThat(seen).as("round " + round).containsOnly(seen.get(0));
    }
  }

  /** All that leaves the function, but for the ids of the request. */
  private static Map<String, Object> whole(Answered answered) {
    Map<String, Object> whole = new LinkedHashMap<>(answered.headers());
    whole.remove("x-correlation-id");
    whole.put("status", answered.status());
    whole.put("body", ((ObjectNode) answered.body().deepCopy()).without("correlation_id"));
    return whole;
  }

  private List<String> pool() {
    return registry.accounts.asked.stream().map(one -> one.split(" ", -1)[0]).toList();
  }

  private Answered wrongPassword(String email) {
    return registry.logIn(email, "wrong");
  }

  private Answered wrongPasswordById(String id) {
    return registry
        .as(NOBODY)
        .post("/sessions", "{\"user_id\":\"%s\",\"password\":\"wrong\"}".formatted(id));
  }

  private Table watched(Table table) {
    return new ForwardingTable(table) {
      @Override
      public Optional<Item> read(Key key) {
        done.add("read");
        return super.read(key);
      }

      @Override
      public boolean write(Write write) {
        done.add("write " + write.changes().size());
        return super.write(write);
      }
    };
  }
}

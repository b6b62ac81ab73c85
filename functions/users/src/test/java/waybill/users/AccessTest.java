package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.users.Registry.MACHINE;
import static waybill.users.Registry.OPERATOR;
import static waybill.users.Registry.STRANGER;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting.Asking;

/**
 * Whose data anybody sees or changes, route by route. Machines read; people have what is theirs.
 */
class AccessTest {
  private final Registry registry = new Registry();
  private final String ada = registry.user("ada@example.com");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "GET /users,                    403, 403, 200, 403, 403",
    "GET /users/{user_id},          200, 403, 200, 200, 403",
    "GET /users/{user_id}/overview, 200, 403, 200, 200, 403",
    "PATCH /users/{user_id},        200, 403, 200, 403, 403"
  })
  void aRoute_isForThese(
      String route, int own, int anothers, int operator, int machine, int nobody) {
    assertThat(status(route, Caller.person(ada))).isEqualTo(own);
    assertThat(status(route, Caller.person(ada, "member"))).isEqualTo(own);
    assertThat(status(route, STRANGER)).isEqualTo(anothers);
    assertThat(status(route, OPERATOR)).isEqualTo(operator);
    assertThat(status(route, MACHINE)).isEqualTo(machine);
    assertThat(status(route, Caller.machine(ada))).isEqualTo(machine);
    assertThat(status(route, NOBODY)).isEqualTo(nobody);
  }

  private int status(String route, Caller caller) {
    String[] words = route.replace("{user_id}", ada).split(" ", -1);
    Asking asking = registry.as(caller);
    return words[0].equals("PATCH")
        ? asking.patch(words[1], "{\"name\":\"Another\"}").status()
        : asking.get(words[1]).status();
  }
}

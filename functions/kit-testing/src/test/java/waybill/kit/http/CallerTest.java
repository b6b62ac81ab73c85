package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.http.Api.Event;

/** Who asks, as the claims of a raw event say it. */
class CallerTest {
  private final Api api = new Api();

  @Test
  void withoutAToken_itIsNobody() {
    assertThat(callerOf(Event.register())).isEqualTo(Caller.NOBODY);
    assertThat(Caller.NOBODY.mayActFor("")).isFalse();
  }

  @Test
  void aMachine_isItsClient() {
    Caller caller =
        callerOf(
            Event.register()
                .claim("client_id", "c1")
                .claim("sub", "c1")
                .claim("token_use", "access"));

    assertThat(caller).isEqualTo(Caller.machine("c1"));
    assertThat(caller.isOperator()).isFalse();
  }

  @Test
  void aPerson_isTheirUserName() {
    Caller caller = callerOf(person());

    assertThat(caller.sort()).isEqualTo(Caller.Sort.PERSON);
    assertThat(caller.subject()).isEqualTo("ada");
    assertThat(caller.mayActFor("ada")).isTrue();
    assertThat(caller.mayActFor("bob")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[operator member]", "operator member"})
  void groups_comeFlattened(String claim) {
    Caller caller = callerOf(person().claim("cognito:groups", claim));

    assertThat(caller.groups()).containsExactlyInAnyOrder("operator", "member");
    assertThat(caller.mayActFor("bob")).isTrue();
  }

  @Test
  void aGroupThatOnlySoundsLikeIt_isNoOperator() {
    assertThat(callerOf(person().claim("cognito:groups", "[operators]")).isOperator()).isFalse();
    assertThat(callerOf(person().claim("cognito:groups", "[team,operator]")).isOperator())
        .isFalse();
    assertThat(callerOf(person().claim("cognito:groups", "[]")).groups()).isEmpty();
  }

  @Test
  void aMachineThatClaimsAGroup_isNoOperator() {
    Event event = Event.register().claim("client_id", "c1").claim("cognito:groups", "[operator]");

    assertThat(callerOf(event).isOperator()).isFalse();
  }

  /** The door hands over groups with spaces between, a JWT authorizer with brackets around. */
  @Test
  void bothKindsOfAuthorizers_meanTheSameCaller() {
    assertThat(
            callerOf(
                Event.register()
                    .told("client_id", "people")
                    .told("sub", "x")
                    .told("username", "ada")
                    .told("cognito:groups", "operator member")))
        .isEqualTo(callerOf(person().claim("cognito:groups", "[operator member]")));
    assertThat(callerOf(Event.register().told("client_id", "c1").told("sub", "c1")))
        .isEqualTo(Caller.machine("c1"));
    assertThat(callerOf(Event.register().told("client_id", "c1").claim("client_id", "c2")).client())
        .isEqualTo("c2");
  }

  private static Event person() {
    return Event.register().claim("client_id", "people").claim("sub", "x").claim("username", "ada");
  }

  private Caller callerOf(Event event) {
    api.call(event);
    return api.callers.get(api.callers.size() - 1);
  }
}

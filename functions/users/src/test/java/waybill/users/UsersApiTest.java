package waybill.users;

import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.http.Caller.NOBODY;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;
import static waybill.kit.testing.AnswerAssert.assertThatAnswer;
import static waybill.users.Registry.MACHINE;
import static waybill.users.Registry.OPERATOR;
import static waybill.users.Registry.STRANGER;
import static waybill.users.Registry.request;
import static waybill.users.UsersProblem.EMAIL_TAKEN;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.users.ChangeUser;
import waybill.contracts.users.ListUsers;
import waybill.contracts.users.SignUp;
import waybill.contracts.users.User;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserList;
import waybill.contracts.users.UserRegistered;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Route.Nothing;

/** The decisions alone: plain calls, before anything is written. */
class UsersApiTest {
  private static final User ADA = new User("u-1", "ada@example.com", "Ada");

  private final Registry registry = new Registry();
  private final UsersApi api = registry.api;

  @Test
  void registration_isAnsweredWithTheUser_andWhereToFindIt() {
    assertThatAnswer(api.register(request(new SignUp("ada@example.com", "Ada", null))))
        .isGiven(201, ADA)
        .isAt("/users/u-1");
  }

  @Test
  void registration_isSaidAboutTheNewUser() {
    assertThatAnswer(api.register(request(new SignUp("ada@example.com", "Ada", null))))
        .says(
            "u-1",
            USER_REGISTERED,
            new UserRegistered("u-1", "ada@example.com", "Ada", registry.clock.instant()));
  }

  @Test
  void registration_withATakenEmail_isRefusedAtThePointer() {
    registry.user("ada@example.com");
    assertThatAnswer(api.register(request(new SignUp("ADA@example.COM", "Another", null))))
        .isRefused(EMAIL_TAKEN, "/email");
  }

  @Test
  void list_isForOperatorsOnly() {
    registry.user("ada@example.com");
    assertThatAnswer(list(OPERATOR)).isGiven(200, new UserList(List.of(ADA), null));
    for (Caller other : List.of(NOBODY, STRANGER, MACHINE, Caller.person("u-1")))
      assertThatAnswer(list(other)).isRefused(FORBIDDEN);
  }

  @Test
  void user_isShownToThemselves_toOperators_andToMachines() {
    String ada = registry.user("ada@example.com");
    for (Caller caller : List.of(Caller.person(ada), OPERATOR, MACHINE))
      assertThatAnswer(show(caller, ada)).isGiven(200, ADA).writesNothing();
  }

  @Test
  void user_isShownToNobodyElse() {
    String ada = registry.user("ada@example.com");
    for (Caller caller : List.of(NOBODY, STRANGER))
      assertThatAnswer(show(caller, ada)).isRefused(FORBIDDEN);
  }

  @Test
  void unknownUser_isNotFound_alsoUnderAnIdThatNobodyCanHave() {
    assertThatAnswer(show(OPERATOR, "u-404")).isRefused(NOT_FOUND);
    assertThatAnswer(show(OPERATOR, "no~key")).isRefused(NOT_FOUND);
  }

  @Test
  void someoneElse_learnsNotEvenThatAUserIsUnknown() {
    assertThatAnswer(show(STRANGER, "u-404")).isRefused(FORBIDDEN);
    assertThatAnswer(change(STRANGER, "u-404", new ChangeUser(null, "Eve"))).isRefused(FORBIDDEN);
  }

  @Test
  void change_isAnsweredWithTheUserAsItIsNow_andSaysAllOfIt() {
    String ada = registry.user("ada@example.com");
    assertThatAnswer(change(Caller.person(ada), ada, new ChangeUser(null, "Ada Lovelace")))
        .isGiven(200, new User(ada, "ada@example.com", "Ada Lovelace"))
        .says(
            ada,
            USER_CHANGED,
            new UserChanged(ada, "ada@example.com", "Ada Lovelace", registry.clock.instant()));
  }

  @Test
  void change_thatChangesNothing_writesNothing() {
    String ada = registry.user("ada@example.com");
    assertThatAnswer(change(OPERATOR, ada, new ChangeUser("ada@example.com", "Ada")))
        .isGiven(200, ADA)
        .writesNothing();
  }

  @Test
  void change_toATakenEmail_isRefusedAtThePointer() {
    String ada = registry.user("ada@example.com");
    registry.user("bob@example.com");
    assertThatAnswer(change(OPERATOR, ada, new ChangeUser("Bob@example.com", null)))
        .isRefused(EMAIL_TAKEN, "/email");
  }

  @Test
  void change_ofAnUnknownUser_isNotFound() {
    assertThatAnswer(change(OPERATOR, "u-404", new ChangeUser(null, "Eve"))).isRefused(NOT_FOUND);
  }

  private Answer<UserList> list(Caller caller) {
    return api.list(request(caller, "", new ListUsers(null, null)));
  }

  private Answer<User> show(Caller caller, String userId) {
    return api.show(request(caller, userId, new Nothing()));
  }

  private Answer<User> change(Caller caller, String userId, ChangeUser patch) {
    return api.change(request(caller, userId, patch));
  }
}

package waybill.users;

import static waybill.contracts.users.UsersContracts.CHANGE_USER;
import static waybill.contracts.users.UsersContracts.LIST_USERS;
import static waybill.contracts.users.UsersContracts.OVERVIEW;
import static waybill.contracts.users.UsersContracts.SIGN_UP;
import static waybill.contracts.users.UsersContracts.USER;
import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_LIST;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.patch;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;
import static waybill.users.EmailOwner.EMAIL;
import static waybill.users.Move.MOVE;
import static waybill.users.Profile.PROFILE;
import static waybill.users.UsersProblem.EMAIL_TAKEN;

import java.time.Clock;
import java.util.Optional;
import waybill.contracts.users.ChangeUser;
import waybill.contracts.users.ListUsers;
import waybill.contracts.users.Overview;
import waybill.contracts.users.SignUp;
import waybill.contracts.users.User;
import waybill.contracts.users.UserList;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.ask.Ask;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Page;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What users answers. */
final class UsersApi {
  private final Rows rows;
  private final Clock clock;
  private final Registering registering;
  private final OrdersOf ordersOf;

  UsersApi(Service service, Ids ids, Accounts accounts, Ask ask) {
    this.rows = service.rows();
    this.clock = service.clock();
    this.registering = new Registering(service, ids, accounts);
    this.ordersOf = new OrdersOf(ask, service.log());
  }

  Routes routes() {
    return Routes.of(
        post("/users", SIGN_UP, USER, this::register).takingASecret(),
        get("/users", LIST_USERS, USER_LIST, this::list),
        get("/users/{user_id}", USER, this::show),
        get("/users/{user_id}/overview", OVERVIEW, this::overview),
        patch("/users/{user_id}", CHANGE_USER, USER, this::change));
  }

  Answer<User> register(Request<SignUp> request) {
    return registering.register(request.body());
  }

  Answer<UserList> list(Request<ListUsers> request) {
    if (!request.caller().isOperator()) return refused(FORBIDDEN.because("operators list users"));
    ListUsers asked = request.body();
    Page<User> page =
        rows.list(PROFILE, Profile.EVERYBODY, asked.cursor(), Request.pageSize(asked.limit()))
            .map(Profile::view);
    return ok(new UserList(page.items(), page.cursor()));
  }

  Answer<User> show(Request<Nothing> request) {
    String id = request.path("user_id");
    if (!request.caller().mayActFor(id)) return refused(FORBIDDEN.because("not your own"));
    Optional<Profile> profile = rows.find(PROFILE, id);
    return profile.isPresent()
        ? ok(profile.get().view())
        : refused(NOT_FOUND.because("no such user"));
  }

  Answer<Overview> overview(Request<Nothing> request) {
    String id = request.path("user_id");
    if (!request.caller().mayActFor(id)) return refused(FORBIDDEN.because("not your own"));
    Optional<User> user = rows.find(PROFILE, id).map(Profile::view);
    return user.isPresent()
        ? ok(new Overview(id, user.get().email(), user.get().name(), ordersOf.user(id, request)))
        : refused(NOT_FOUND.because("no such user"));
  }

  Answer<User> change(Request<ChangeUser> request) {
    String id = request.path("user_id");
    if (!mayChange(request.caller(), id)) return refused(FORBIDDEN.because("not your own"));
    Row<Profile> row = rows.at(PROFILE, id);
    if (row.value().isEmpty()) return refused(NOT_FOUND.because("no such user"));
    Profile before = row.value().get();
    Profile after = before.patched(request.body());
    if (after.equals(before)) return ok(before.view());
    Commit change = commit(row.put(after).saying(USER_CHANGED, after.change(clock.instant())));
    return before.email().equals(after.email())
        ? ok(after.view(), change)
        : moved(before, after, change.and(toBeTold(id)));
  }

  /** Machines read whom they serve; a person's name and email are for people to change. */
  private static boolean mayChange(Caller caller, String id) {
    return caller.mayActFor(id) && !caller.isMachine();
  }

  private Draft<Move> toBeTold(String id) {
    Row<Move> row = rows.at(MOVE, id);
    return row.put(Move.once(row.value(), clock.instant()));
  }

  /** The new address is taken and the old one given back in the commit that changes the user. */
  private Answer<User> moved(Profile before, Profile after, Commit change) {
    if (EmailOwner.idOf(before.email()).equals(EmailOwner.idOf(after.email())))
      return ok(after.view(), change);
    Row<EmailOwner> email = ownerOf(after.email());
    if (email.exists()) return refused(EMAIL_TAKEN.at("/email"));
    return ok(
        after.view(),
        change.and(email.put(new EmailOwner(after.id()))).and(ownerOf(before.email()).remove()));
  }

  private Row<EmailOwner> ownerOf(String email) {
    return rows.at(EMAIL, EmailOwner.idOf(email));
  }
}

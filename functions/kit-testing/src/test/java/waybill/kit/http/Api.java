package waybill.kit.http;

import static waybill.contracts.users.UsersContracts.LIST_USERS;
import static waybill.contracts.users.UsersContracts.REGISTER_USER;
import static waybill.contracts.users.UsersContracts.USER;
import static waybill.contracts.users.UsersContracts.USER_LIST;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.users.ListUsers;
import waybill.contracts.users.RegisterUser;
import waybill.contracts.users.User;
import waybill.contracts.users.UserList;
import waybill.contracts.users.UserRegistered;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Table;
import waybill.kit.log.Log;
import waybill.kit.problem.Problem;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryTable;

/** A toy service behind the edge: users register, are listed and shown; a test may replace that. */
final class Api implements KeepsBooks {
  static final Kind<User> USERS = Kind.entity("user", User.class);

  final MemoryTable table = new MemoryTable();
  final HandClock clock = new HandClock();
  final List<Caller> callers = new ArrayList<>();
  final List<ListUsers> lists = new ArrayList<>();

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Ids ids = Given.countedIds("id");
  private @Nullable Function<Request<RegisterUser>, Answer<User>> registering;

  void registering(Function<Request<RegisterUser>, Answer<User>> handler) {
    registering = handler;
  }

  JsonNode call(Event event) {
    return call(event, table);
  }

  /** On another view of the table, as a second copy of the function might have. */
  JsonNode call(Event event, Table view) {
    Log log = Log.to(new PrintStream(logged, true, StandardCharsets.UTF_8), clock, Log.Level.DEBUG);
    Service service =
        new Service("users", view, new MemoryBlobs(), Given.CATALOG, clock, ids, tries -> {}, log);
    byte[] answer =
        new Edge(service, routes(service))
            .handle(HttpRequest.of(event.json(), Instant.MAX))
            .toEvent();
    return Json.parse(answer);
  }

  /** The body of an answer. */
  static JsonNode body(JsonNode answer) {
    return Json.parse(answer.path("body").asText());
  }

  static @Nullable String header(JsonNode answer, String name) {
    return answer.path("headers").path(name).asText(null);
  }

  List<JsonNode> log() {
    return logged.toString(StandardCharsets.UTF_8).lines().map(Json::parse).toList();
  }

  String logText() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  int users() {
    return (int) table.items().stream().filter(item -> item.kind().equals("user")).count();
  }

  private Routes routes(Service service) {
    return Routes.of(
        Route.post("/users", REGISTER_USER, USER, request -> register(service, request)),
        Route.post("/users/{user_id}/copies", REGISTER_USER, USER, r -> register(service, r)),
        Route.get("/users", LIST_USERS, USER_LIST, request -> list(service, request)),
        Route.get("/users/{user_id}", USER, request -> show(service, request)));
  }

  private Answer<User> register(Service service, Request<RegisterUser> request) {
    callers.add(request.caller());
    if (registering != null) return registering.apply(request);
    return registered(service.ids().next(), request.body());
  }

  Answer<User> registered(String id, RegisterUser body) {
    User user = new User(id, body.email(), body.name());
    var event = new UserRegistered(id, body.email(), body.name(), clock.instant());
    return Answer.created(
        "/users/" + id, user, Commit.commit(USERS.fresh(id, user).saying(USER_REGISTERED, event)));
  }

  private Answer<UserList> list(Service service, Request<ListUsers> request) {
    lists.add(request.body());
    int limit = Request.pageSize(request.body().limit());
    var page = service.rows().list(USERS, "users", request.body().cursor(), limit);
    return Answer.ok(new UserList(page.items(), page.cursor()));
  }

  private Answer<User> show(Service service, Request<Route.Nothing> request) {
    return service
        .rows()
        .find(USERS, request.path("user_id"))
        .<Answer<User>>map(Answer::ok)
        .orElseGet(() -> Answer.refused(Problem.NOT_FOUND.because("no such user")));
  }

  /** A raw event of an HTTP API, payload format 2.0. */
  record Event(ObjectNode json) {

    static Event of(String routeKey) {
      ObjectNode json = Json.object().put("version", "2.0").put("routeKey", routeKey);
      json.putObject("headers").put("Content-Type", "application/json");
      json.putObject("requestContext");
      return new Event(json);
    }

    static Event register(String body) {
      return of("POST /users").body(body);
    }

    static Event register() {
      return register("{\"email\":\"ada@example.org\",\"name\":\"Ada\"}");
    }

    Event body(String body) {
      json.put("body", body).put("isBase64Encoded", false);
      return this;
    }

    Event header(String name, String value) {
      ((ObjectNode) json.path("headers")).put(name, value);
      return this;
    }

    Event path(String name, String value) {
      json.withObject("/pathParameters").put(name, value);
      return this;
    }

    Event query(String name, String value) {
      json.withObject("/queryStringParameters").put(name, value);
      return this;
    }

    Event claim(String name, String value) {
      json.withObject("/requestContext/authorizer/jwt/claims").put(name, value);
      return this;
    }

    /** What a Lambda authorizer hands over. */
    Event told(String name, String value) {
      json.withObject("/requestContext/authorizer/lambda").put(name, value);
      return this;
    }

    Event once(String key) {
      return header("Idempotency-Key", key);
    }
  }

  @Override
  public void balance() {
    table.balance();
  }
}

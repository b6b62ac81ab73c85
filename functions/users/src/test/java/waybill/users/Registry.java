package waybill.users;

import static waybill.kit.http.Caller.NOBODY;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.ask.OtherServices;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.Request;
import waybill.kit.http.Routes;
import waybill.kit.inbox.Inbox;
import waybill.kit.log.Log;
import waybill.kit.outbox.Speaker;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.MemoryTable;
import waybill.kit.worker.Worker;

/** The service on a table in memory: what a test asks of it, and what lies behind. */
final class Registry {
  static final Caller OPERATOR = Caller.person("olga", "member", "operator");
  static final Caller MACHINE = Caller.machine("reports");
  static final Caller STRANGER = Caller.person("somebody-else", "member");

  final HandClock clock = new HandClock();
  final UsersApi api;
  final Routes routes;
  final MemoryAccounts accounts = new MemoryAccounts();
  final OtherServices others = new OtherServices(clock);
  final Service service;
  private final MemoryTable table = new MemoryTable();
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final HttpTesting http;

  Registry() {
    this(table -> table);
  }

  Registry(UnaryOperator<Table> around) {
    Log log = Log.to(new PrintStream(logged, true, StandardCharsets.UTF_8), clock, Log.Level.DEBUG);
    Table seen = around.apply(table);
    Ids ids = Given.countedIds("users");
    this.service = new Service("users", seen, blobs, Given.CATALOG, clock, ids, tries -> {}, log);
    this.api = new UsersApi(service, Given.countedIds("u"), accounts, others.ask());
    this.routes = api.routes().and(new SessionsApi(service, accounts).routes());
    this.http = new HttpTesting(service, routes);
  }

  /** A minute passes, and the worker is called as each minute. */
  void minute() {
    clock.pass(Duration.ofMinutes(1));
    worker().order("minute");
  }

  /** The table's stream comes to the worker, with all that was ever said. */
  void stream() {
    worker().changes(table.items().stream().map(Speaker::of).toList());
  }

  private Worker worker() {
    return new Worker(
        service,
        Inbox.of(),
        UsersWorkerFunction.agenda(service, accounts, accounts),
        new MemoryQueue(),
        new MemoryQueue());
  }

  void minutes(int many) {
    for (int i = 0; i < many; i++) minute();
  }

  /** All that the service has kept and said, as one text. */
  String traces() {
    return List.of(table.items(), blobs.paths(), logged.toString(StandardCharsets.UTF_8))
        .toString();
  }

  List<Registration> registrations() {
    return table.items().stream()
        .flatMap(item -> Registration.REGISTRATION.idOf(item).stream())
        .map(id -> rows().find(Registration.REGISTRATION, id).orElseThrow())
        .toList();
  }

  static String registration(String email, String name, String password) {
    return Json.write(Map.of("email", email, "name", name, "password", password));
  }

  Answered register(String email, String password) {
    return as(NOBODY).post("/users", registration(email, "Ada", password));
  }

  Answered logIn(String email, String password) {
    return as(NOBODY).post("/sessions", Json.write(Map.of("email", email, "password", password)));
  }

  Answered requestReset(String email) {
    return as(NOBODY).post("/password-resets", Json.write(Map.of("email", email)));
  }

  Answered confirmReset(String email, String code, String password) {
    return as(NOBODY)
        .post(
            "/password-resets/confirmations",
            Json.write(Map.of("email", email, "code", code, "password", password)));
  }

  /** To this user's profile; an operator does it. */
  void move(String userId, String email) {
    as(OPERATOR).patch("/users/" + userId, Json.write(Map.of("email", email)));
  }

  static <T> Request<T> request(T body) {
    return new Request<>(body, Map.of(), NOBODY);
  }

  static <T> Request<T> request(Caller caller, String userId, T body) {
    return new Request<>(body, Map.of("user_id", userId), caller);
  }

  static String registration(String email, String name) {
    return Json.write(Map.of("email", email, "name", name));
  }

  HttpTesting.Asking as(Caller caller) {
    return http.as(caller);
  }

  Answered register(String email) {
    clock.pass(Duration.ofSeconds(1));
    return as(NOBODY).post("/users", registration(email, "Ada"));
  }

  /** The id of a user of whom a test wants to know nothing else. */
  String user(String email) {
    return register(email).text("/user_id");
  }

  Profile profile(String userId) {
    return rows().find(Profile.PROFILE, userId).orElseThrow();
  }

  /** Whose the email is; nobody's if this is empty. */
  String ownerOf(String email) {
    Row<EmailOwner> row = rows().at(EmailOwner.EMAIL, EmailOwner.idOf(email));
    return row.value().map(EmailOwner::userId).orElse("");
  }

  int users() {
    return (int) table.items().stream().filter(item -> item.kind().equals("profile")).count();
  }

  /** Everything that was ever said, since nothing here takes it away. */
  List<Message> said() {
    return table.items().stream()
        .flatMap(item -> item.outbox().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .sorted(
            Comparator.comparing(Message::time).thenComparing(message -> message.id().toString()))
        .toList();
  }

  /** The last thing said, by which a test means the one that it caused. */
  Message lastSaid() {
    List<Message> said = said();
    return said.get(said.size() - 1);
  }

  private Rows rows() {
    return new Rows(table, clock);
  }
}

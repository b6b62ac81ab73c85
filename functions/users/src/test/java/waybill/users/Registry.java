package waybill.users;

import static waybill.kit.http.Caller.NOBODY;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.kit.Service;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.http.Request;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

/** The service on a table in memory: what a test asks of it, and what lies behind. */
final class Registry {
  static final Caller OPERATOR = Caller.person("olga", "member", "operator");
  static final Caller MACHINE = Caller.machine("reports");
  static final Caller STRANGER = Caller.person("somebody-else", "member");

  final HandClock clock = new HandClock();
  final UsersApi api;
  private final MemoryTable table = new MemoryTable();
  private final HttpTesting http;

  Registry() {
    this(table -> table);
  }

  Registry(UnaryOperator<Table> around) {
    Service service = Given.service("users", around.apply(table), clock);
    this.api = new UsersApi(service.rows(), Given.countedIds("u"), clock);
    this.http = new HttpTesting(service, api.routes());
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

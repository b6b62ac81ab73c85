package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.local.RunningMachine;

/** Whoever has a good token, and wants what is another's with it. */
class StrangerTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private static final String PULLS =
      "{\"contracts\":[\"mill.flour-ground/1\"],\"start\":\"now\",\"delivery\":{\"kind\":\"pull\"}}";

  private static String ada;
  private static String adasOrder;
  private static String mallory;

  @BeforeAll
  static void adaHasAnOrder_andTheMillAContractAndASubscription() {
    Market market = new Market(running);
    market.offers("flour", 100, 10);
    ada = market.buyer(1_000);
    adasOrder = market.places(ada, "flour", 1);
    market.awaitStatus(adasOrder, "confirmed");
    Person person = new Person(running, "mallory@example.com", "a horse, a staple");
    person.registered();
    mallory = person.token();
    String operator = running.machine().token("operator");
    for (String service : new String[] {"mill", "bakery"})
      created(
          operator,
          "PUT",
          "/services/" + service,
          "{\"summary\":\"In a test.\",\"client_ids\":[\"%s\"],\"provides\":[],\"consumes\":[]}"
              .formatted(service));
    String mill = running.machine().token("mill");
    created(
        mill,
        "PUT",
        "/contracts/mill.flour-ground",
        "{\"kind\":\"event\",\"summary\":\"In a test.\",\"readers\":[\"mill\"]}");
    created(
        mill,
        "POST",
        "/contracts/mill.flour-ground/versions",
        "{\"schema\":{\"type\":\"object\"}}");
    await("the exchange has heard of the mill")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> created(mill, "PUT", "/subscriptions/mill-pulls", PULLS));
  }

  private static void created(String token, String method, String path, String body) {
    HttpResponse<String> answer = ask(token, method, path, body);
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isBetween(200, 201);
  }

  private static HttpResponse<String> ask(String token, String method, String path, String body) {
    return running.send(
        running
            .to(path, token)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  /** What is not one's own is not there, where its id could be guessed; else it is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /orders/ORDER         | 404 |
          DELETE | /orders/ORDER         | 404 |
          GET    | /orders?user_id=ADA   | 403 |
          POST   | /orders               | 403 | {"user_id":"ADA","lines":[{"sku":"flour","quantity":1}]}
          GET    | /accounts/ADA         | 403 |
          POST   | /accounts/ADA/deposits| 403 | {"amount":1,"currency":"EUR"}
          GET    | /users/ADA            | 403 |
          PATCH  | /users/ADA            | 403 | {"name":"Mallory"}
          GET    | /users/ADA/overview   | 403 |
          GET    | /users                | 403 |
          PUT    | /stock/flour          | 403 | {"price":{"amount":1,"currency":"EUR"},"quantity":1}
          GET    | /messages/orders~ORDER~1 | 403 |
          """)
  void aPerson_hasNothingOfAnothers(String method, String path, int status, String body) {
    assertThat(ask(mallory, method, filled(path), filled(body)).statusCode()).isEqualTo(status);
    assertThat(running.get("/orders/" + adasOrder, operator()).body())
        .contains("\"order_status\":\"confirmed\"")
        .doesNotContain("withdrawn");
    assertThat(running.get("/users/" + ada, operator()).body()).contains("\"name\":\"Ada\"");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/orders/ORDER,403,Forbidden",
    "DELETE,/orders/ORDER,403,Forbidden",
    "GET,/orders?user_id=ADA,403,Forbidden",
    "GET,/accounts/ADA,401,Unauthorized",
    "GET,/users/ADA,403,Forbidden",
    "GET,/users/ADA/overview,403,Forbidden"
  })
  void aMachine_doesNotActForPeople(String method, String path, int status, String message) {
    HttpResponse<String> answer = ask(running.machine().token("bakery"), method, filled(path), "");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).isEqualTo("{\"message\":\"" + message + "\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          PUT    | /contracts/mill.flour-ground          | 403 | {"kind":"event","summary":"Mine.","readers":["bakery"]}
          POST   | /contracts/mill.flour-ground/versions | 403 | {"schema":{"type":"object"}}
          PUT    | /subscriptions/mill-pulls             | 409 | PULLS
          DELETE | /subscriptions/mill-pulls             | 403 |
          GET    | /subscriptions/mill-pulls/messages    | 403 |
          GET    | /subscriptions/mill-pulls/parked      | 404 |
          GET    | /subscriptions/orders/parked          | 404 |
          PUT    | /services/mill                        | 403 | {"summary":"Mine.","client_ids":["bakery"],"provides":[],"consumes":[]}
          POST   | /messages                             | 403 | {"specversion":"1.0","id":"1","source":"mill","type":"mill.flour-ground","subject":"k","data":{}}
          """)
  void aService_hasNothingOfAnothers(String method, String path, int status, String body) {
    String bakery = running.machine().token("bakery");
    String type = path.equals("/messages") ? "application/cloudevents+json" : "application/json";
    HttpResponse<String> answer =
        running.send(
            running
                .to(path, bakery)
                .header("content-type", type)
                .method(method, BodyPublishers.ofString(filled(body))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(running.get("/messages/mill~k~1", operator()).statusCode()).isEqualTo(404);
    assertThat(running.get("/services/mill", operator()).body()).contains("\"mill\"");
  }

  @Test
  void aServiceTakenOver_staysWithItsOwnClients() {
    String body =
        "{\"summary\":\"Mine.\",\"client_ids\":[\"mill\"],\"provides\":[],\"consumes\":[]}";
    assertThat(ask(operator(), "PUT", "/services/thief", body).statusCode()).isEqualTo(409);
  }

  private static String operator() {
    return running.machine().token("operator");
  }

  private static String filled(String text) {
    if (text == null) return "";
    return text.replace("ORDER", adasOrder).replace("ADA", ada).replace("PULLS", PULLS);
  }
}

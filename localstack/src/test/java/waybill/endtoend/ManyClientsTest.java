package waybill.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.local.RunningMachine;

/**
 * More app clients than an audience list holds, each bound to a service of its own: the last comes
 * in like the first, and speaks for nobody else.
 */
class ManyClientsTest {
  private static final int CLIENTS = 52;
  private static final Duration SECONDS = Duration.ofSeconds(30);

  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  @BeforeAll
  static void fiftyTwoTeamsJoin() {
    for (int i = 1; i <= CLIENTS; i++)
      assertThat(
              ask(running.machine().token("operator"), "PUT", "/services/team-" + i, service(i))
                  .statusCode())
          .isEqualTo(201);
  }

  private static String service(int team) {
    return "{\"summary\":\"In a test.\",\"client_ids\":[\"team-%s-app\"],\"provides\":[],\"consumes\":[]}"
        .formatted(team);
  }

  /** As a team gets it: with its client's secret, at the pool. */
  private static String token(int team) {
    String client = "team-" + team + "-app";
    String proof =
        Base64.getEncoder().encodeToString((client + ":local-secret-of-" + client).getBytes(UTF_8));
    HttpResponse<String> answer =
        running.send(
            HttpRequest.newBuilder(URI.create(running.machine().issuer().url() + "/oauth2/token"))
                .header("authorization", "Basic " + proof)
                .header("content-type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Spine.read(answer.body()).path("access_token").asText();
  }

  private static HttpResponse<String> ask(String token, String method, String path, String body) {
    return running.send(
        running
            .to(path, token)
            .header("content-type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  static List<Integer> everybody() {
    return IntStream.rangeClosed(1, CLIENTS).boxed().toList();
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void eachClient_comesIn(int team) {
    assertThat(ask(token(team), "GET", "/services/team-" + team, "").statusCode()).isEqualTo(200);
  }

  @Test
  void noClientOfATeam_isInTheTemplate() {
    assertThat(running.machine().stack().pool().machineClients()).hasSize(1);
  }

  @Test
  void the51stClient_registersSubscribesAndPublishes_forItsServiceAndNoOther() {
    String mine = token(51);
    String others = token(50);
    for (int team : new int[] {50, 51}) registered(team, team == 50 ? others : mine);

    assertThat(ask(mine, "PUT", "/contracts/team-50.taken-over", contract(50)).statusCode())
        .isEqualTo(403);
    assertThat(ask(mine, "POST", "/contracts/team-50.done-50/versions", VERSION).statusCode())
        .isEqualTo(403);
    assertThat(ask(mine, "PUT", "/services/team-50", service(51)).statusCode()).isEqualTo(403);

    await("the exchange has heard of team 51")
        .atMost(SECONDS)
        .untilAsserted(() -> assertThat(publishes(mine, 51).statusCode()).isEqualTo(202));
    HttpResponse<String> foreign = publishes(mine, 50);
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("foreign-source");

    await("the exchange has heard of both")
        .atMost(SECONDS)
        .untilAsserted(
            () -> {
              assertThat(subscribes(others, "team-50-pulls", 50).statusCode()).isIn(200, 201);
              assertThat(subscribes(mine, "team-51-pulls", 51).statusCode()).isIn(200, 201);
            });
    assertThat(subscribes(mine, "team-50-pulls", 51).statusCode()).isEqualTo(409);
    assertThat(subscribes(mine, "team-51-reads", 50).statusCode()).isEqualTo(403);
    assertThat(ask(mine, "DELETE", "/subscriptions/team-50-pulls", "").statusCode()).isEqualTo(403);
  }

  private static void registered(int team, String token) {
    String path = "/contracts/team-%s.done-%s".formatted(team, team);
    assertThat(ask(token, "PUT", path, contract(team)).statusCode()).isEqualTo(201);
    assertThat(ask(token, "POST", path + "/versions", VERSION).statusCode()).isEqualTo(201);
  }

  private static final String VERSION = "{\"schema\":{\"type\":\"object\"}}";

  private static String contract(int team) {
    return "{\"kind\":\"event\",\"summary\":\"In a test.\",\"key\":\"/k\",\"readers\":[\"team-%s\"]}"
        .formatted(team);
  }

  private static HttpResponse<String> publishes(String token, int team) {
    return running.send(
        running
            .to("/messages", token)
            .header("content-type", "application/cloudevents+json")
            .POST(
                BodyPublishers.ofString(
                    """
                    {"specversion":"1.0","id":"e%1$s","source":"team-%1$s","type":"team-%1$s.done-%1$s","data":{"k":"k1"}}"""
                        .formatted(team))));
  }

  private static HttpResponse<String> subscribes(String token, String name, int team) {
    return ask(
        token,
        "PUT",
        "/subscriptions/" + name,
        "{\"contracts\":[\"team-%1$s.done-%1$s/1\"],\"start\":\"now\",\"delivery\":{\"kind\":\"pull\"}}"
            .formatted(team));
  }
}

package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP API tells browsers about pages of other origins. */
class CrossOriginTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.of(ToyTemplate.file());

  private List<String> asked = List.of();

  @BeforeEach
  void webRemembersWhatItIsAsked() {
    asked = Toy.notes("Web");
  }

  @Test
  void pageOfAnAllowedOriginIsToldWhatItMaySend_andNoFunctionIsAsked() {
    var answer = preflight("https://desk.example");
    assertThat(answer.statusCode()).isEqualTo(204);
    assertThat(answer.headers().map())
        .containsEntry("access-control-allow-origin", List.of("https://desk.example"))
        .containsEntry("access-control-allow-methods", List.of("GET,POST"))
        .containsEntry("access-control-allow-headers", List.of("authorization,content-type"));
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "https://desk.example.evil.example"})
  void pageOfAnotherOriginLearnsNothing(String origin) {
    assertThat(preflight(origin).headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
    assertThat(from(origin).headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }

  @Test
  void pageOfAnAllowedOriginMayReadTheAnswer_alsoARefusal() {
    assertThat(from("https://shop.example").headers().map())
        .containsEntry("access-control-allow-origin", List.of("https://shop.example"))
        .containsEntry("access-control-expose-headers", List.of("location"));
    assertThat(from("https://shop.example").statusCode()).isEqualTo(401);
  }

  private static HttpResponse<String> preflight(String origin) {
    return running.send(
        running
            .to("/things")
            .method("OPTIONS", BodyPublishers.noBody())
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST"));
  }

  private static HttpResponse<String> from(String origin) {
    return running.send(running.to("/me").GET().header("Origin", origin));
  }
}

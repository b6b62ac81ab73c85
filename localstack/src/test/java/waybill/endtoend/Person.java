package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import waybill.local.RunningMachine;

/** Somebody who registers and logs in, as a client sees it. */
record Person(RunningMachine running, String email, String password) {

  HttpResponse<String> registers() {
    return running.post(
        "/users",
        "{\"email\":\"%s\",\"name\":\"Grace\",\"password\":\"%s\"}".formatted(email, password));
  }

  /** The id of the new user. */
  String registered() {
    HttpResponse<String> answer = registers();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Spine.read(answer.body()).path("user_id").asText();
  }

  HttpResponse<String> logsIn() {
    return running.post(
        "/sessions", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password));
  }

  String token() {
    HttpResponse<String> answer = logsIn();
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Spine.read(answer.body()).path("access_token").asText();
  }

  Person with(String other) {
    return new Person(running, email, other);
  }

  void asksForACode() {
    assertThat(running.post("/password-resets", "{\"email\":\"" + email + "\"}").statusCode())
        .isEqualTo(202);
  }

  /** As {@code ./waybill code} reads it. */
  String code() {
    return running
        .get("/_local/code?email=" + URLEncoder.encode(email, StandardCharsets.UTF_8))
        .body();
  }

  HttpResponse<String> confirms(String code) {
    return running.post(
        "/password-resets/confirmations",
        "{\"email\":\"%s\",\"code\":\"%s\",\"password\":\"%s\"}".formatted(email, code, password));
  }
}

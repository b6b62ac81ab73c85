package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.users.UsersContracts.REGISTER_USER;
import static waybill.contracts.users.UsersContracts.USER;
import static waybill.kit.http.Caller.NOBODY;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.contracts.users.User;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryTable;

/** Answers that carry an {@code ETag}. */
class ConditionalTest {
  private static final User ADA = new User("u-1", "ada@example.com", "Ada");

  private final HttpTesting http =
      new HttpTesting(
          Given.service("users", new MemoryTable(), new HandClock()),
          Routes.of(
              Route.get("/users/{user_id}", USER, request -> tagged()),
              Route.put("/users/{user_id}", REGISTER_USER, USER, request -> tagged())));

  private static Answer<User> tagged() {
    return Answer.ok(ADA).header("etag", "\"one\"").header("cache-control", "max-age=10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"one\"", "W/\"one\"", "\"two\" , \"one\"", "*"})
  void whoHasIt_isToldSo_withoutABody(String tags) {
    Answered answered = http.as(NOBODY).with("If-None-Match", tags).get("/users/u-1");
    assertThat(answered.status()).isEqualTo(304);
    assertThat(answered.body().isMissingNode()).isTrue();
    assertThat(answered.header("etag")).isEqualTo("\"one\"");
    assertThat(answered.header("cache-control")).isEqualTo("max-age=10");
    assertThat(answered.header("x-correlation-id")).isNotEmpty();
    assertThat(answered.headers()).doesNotContainKey("content-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"two\"", "one", "", "\"on\", \"e\""})
  void whoHasAnother_isAnswered(String tags) {
    Answered answered = http.as(NOBODY).with("If-None-Match", tags).get("/users/u-1");
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.text("/name")).isEqualTo("Ada");
  }

  @Test
  void aChange_isAnsweredInFull() {
    Answered answered =
        http.as(NOBODY)
            .with("If-None-Match", "\"one\"")
            .put("/users/u-1", "{\"email\":\"ada@example.com\",\"name\":\"Ada\"}");
    assertThat(answered.status()).isEqualTo(200);
  }

  @Test
  void eachForm_hasATagOfItsOwn() {
    var cbor = http.as(NOBODY).with("Accept", "application/cbor");

    assertThat(cbor.with("If-None-Match", "\"one\"").get("/users/u-1").status()).isEqualTo(200);
    assertThat(cbor.get("/users/u-1").header("etag")).isEqualTo("\"one-cbor\"");
    Answered answered = cbor.with("If-None-Match", "W/\"one-cbor\"").get("/users/u-1");
    assertThat(answered.status()).isEqualTo(304);
    assertThat(answered.header("etag")).isEqualTo("\"one-cbor\"");
    assertThat(answered.header("vary")).isEqualTo("accept");
    assertThat(http.as(NOBODY).with("If-None-Match", "\"one-cbor\"").get("/users/u-1").status())
        .isEqualTo(200);
  }
}

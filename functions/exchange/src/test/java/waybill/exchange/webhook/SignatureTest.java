package waybill.exchange.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.NoBooks;

@NoBooks("what a signature proves")
class SignatureTest {
  private static final Secret OLD = Letters.SECRET;
  private static final Secret NEW = Secrets.random().next();
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

  private final HandClock clock = new HandClock();

  private Map<String, String> signed(Secret... secrets) {
    return Signature.headers("msg_1", clock.instant(), BODY, List.of(secrets));
  }

  /** The values that the specification's own libraries are tested with. */
  @Test
  void thePublishedExample_isSignedAsPublished() {
    assertThat(
            Signature.headers(
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                BODY,
                List.of(new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))))
        .containsExactly(
            Map.entry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"),
            Map.entry("webhook-timestamp", "1614265330"),
            Map.entry("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));
  }

  @Test
  void row52_whileASecretIsChanged_whoeverKnowsEitherAccepts() {
    Map<String, String> headers = signed(OLD, NEW);

    assertThat(headers.get("webhook-signature")).matches("v1,\\S+ v1,\\S+");
    assertThat(new Verifier(OLD, clock).refusal(headers, BODY)).isEmpty();
    assertThat(new Verifier(NEW, clock).refusal(headers, BODY)).isEmpty();
  }

  @Test
  void row52_afterTheChange_theOldSecretIsNoLongerEnough() {
    assertThat(new Verifier(OLD, clock).refusal(signed(NEW), BODY))
        .contains("no signature matches");
  }

  @Test
  void row52_aBodyThatWasReadAndWrittenAgain_isAnother() {
    byte[] written = "{\"test\":2432232314}".getBytes(StandardCharsets.UTF_8);

    assertThat(new Verifier(OLD, clock).refusal(signed(OLD), written))
        .contains("no signature matches");
  }

  @Test
  void row52_aSignatureReplayedAfterFiveMinutes_isRefused() {
    Map<String, String> headers = signed(OLD);
    Verifier verifier = new Verifier(OLD, clock);

    clock.pass(Duration.ofMinutes(5));
    assertThat(verifier.refusal(headers, BODY)).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    assertThat(verifier.refusal(headers, BODY))
        .contains("the timestamp is more than 5 minutes away");
  }

  @Test
  void row52_aSignatureFromTheFuture_isRefused() {
    Map<String, String> headers =
        Signature.headers("msg_1", clock.instant().plusSeconds(301), BODY, List.of(OLD));

    assertThat(new Verifier(OLD, clock).refusal(headers, BODY))
        .contains("the timestamp is more than 5 minutes away");
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp"})
  void idAndTimestamp_areSignedToo(String header) {
    Map<String, String> headers = new TreeMap<>(signed(OLD));
    headers.computeIfPresent(header, (name, value) -> value.replace('1', '2'));

    assertThat(new Verifier(OLD, clock).refusal(headers, BODY)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
  void aLetterWithoutAHeader_isRefused(String header) {
    Map<String, String> headers = new TreeMap<>(signed(OLD));
    headers.remove(header);

    assertThat(new Verifier(OLD, clock).refusal(headers, BODY))
        .contains("headers are missing or not well-formed");
  }

  /** Else "a.1700000000.b" signed at another time would also be "a" at 1700000000. */
  @Test
  void anIdWithDots_standsInTheHeaderWithoutThem() {
    Letter letter =
        new Letter(
            URI.create("https://example.com/"),
            "users~a.1700000000.b~1",
            Letters.NOW,
            "{}",
            List.of(OLD),
            Map.of());

    assertThat(letter.webhookId()).isEqualTo("users~a%2E1700000000%2Eb~1");
  }

  @Test
  void aSecret_isNotPrinted() {
    assertThat(OLD).hasToString("whsec_…");
    assertThat(Letters.to(URI.create("https://example.com/")).toString())
        .doesNotContain(OLD.text().substring(6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_",
        "whsec_c2hvcnQ=",
        "whsec_!fKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
      })
  void whatIsNoSecret_isRefusedWithoutQuotingIt(String text) {
    assertThatThrownBy(() -> new Secret(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .hasMessageStartingWith("a secret ");
  }

  @Test
  void aSecret_has24To64Bytes() {
    assertThat(Secret.of(new byte[24]).key()).hasSize(24);
    assertThat(Secret.of(new byte[64]).key()).hasSize(64);
    assertThatThrownBy(() -> Secret.of(new byte[23])).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Secret.of(new byte[65])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newSecrets_differ() {
    Secrets secrets = Secrets.random();

    assertThat(secrets.next()).isNotEqualTo(secrets.next());
    assertThat(secrets.next().key()).hasSize(32);
  }
}

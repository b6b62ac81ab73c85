package waybill.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change, and are kept. */
class SigningKeysTest {
  private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void theOldKey_isPublishedUntilItsLastTokenIsOver_alsoOverARestart() throws Exception {
    SigningKeys keys = at(Duration.ZERO);
    String old = keys.signing().getKeyID();
    String fresh = keys.rotate();
    assertThat(keys.signing().getKeyID()).isEqualTo(fresh).isNotEqualTo(old);
    assertThat(keys.find(old)).isNotNull();

    SigningKeys later = at(Issuer.LIFE.minusSeconds(1));
    assertThat(later.signing().getKeyID()).isEqualTo(fresh);
    assertThat(JWKSet.parse(later.published()).getKeyByKeyId(old)).isNotNull();

    SigningKeys over = at(Issuer.LIFE);
    assertThat(over.find(old)).isNull();
    assertThat(JWKSet.parse(over.published()).getKeys()).hasSize(1);
    assertThat(over.find(fresh)).isNotNull();
  }

  @Test
  void noPrivateKey_isPublished() throws Exception {
    assertThat(JWKSet.parse(at(Duration.ZERO).published()).getKeys())
        .isNotEmpty()
        .noneMatch(key -> key.isPrivate());
  }

  private SigningKeys at(Duration later) {
    return SigningKeys.load(folder, Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
  }
}

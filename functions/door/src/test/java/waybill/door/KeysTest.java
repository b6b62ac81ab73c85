package waybill.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.RSAKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.kit.door.Verdict;

/** The issuer changes its keys, and is not there at times. */
class KeysTest {
  private final Pool pool = new Pool();

  @Test
  void theKeys_areReadOnce_andAgainWhenTheyAreAnHourOld() {
    comesIn(pool.key());
    comesIn(pool.key());
    assertThat(pool.reads()).isEqualTo(1);

    pool.passes(Keys.AGE_MAX.plusSeconds(1));
    comesIn(pool.key());
    assertThat(pool.reads()).isEqualTo(2);
  }

  @Test
  void aNewKey_countsAtOnce_andTheOldOneAsLongAsItIsPublished() {
    RSAKey old = pool.key();
    RSAKey fresh = Pool.key("two");
    comesIn(old);
    pool.publishes(fresh, old);
    comesIn(fresh);
    comesIn(old);

    pool.publishes(fresh);
    pool.passes(Keys.AGE_MAX.plusSeconds(1));
    assertThat(pool.shows(Pool.signed(pool.machine("mill"), old)))
        .isEqualTo(new Verdict.Unauthorized());
  }

  @Test
  void whoMakesUpIds_doesNotMakeUsReadInALoop() {
    comesIn(pool.key());
    for (int i = 0; i < 100; i++)
      assertThat(pool.shows(Pool.signed(pool.machine("mill"), madeUp(i))))
          .isEqualTo(new Verdict.Unauthorized());
    assertThat(pool.reads()).isEqualTo(Keys.READS_PER_WINDOW);
    comesIn(pool.key());
  }

  @Test
  void afterAMinute_aNewKeyIsLookedForAgain() {
    for (int i = 0; i < 10; i++) pool.shows(Pool.signed(pool.machine("mill"), madeUp(i)));
    RSAKey fresh = Pool.key("two");
    pool.publishes(fresh, pool.key());
    assertThat(pool.shows(Pool.signed(pool.machine("mill"), fresh)))
        .isEqualTo(new Verdict.Unauthorized());

    pool.passes(Keys.WINDOW);
    comesIn(fresh);
  }

  @Test
  void whileTheIssuerIsSilent_whatIsKnownGoesOnToCount() {
    comesIn(pool.key());
    pool.falls(true);
    pool.passes(Duration.ofHours(2));

    comesIn(pool.key());
    assertThat(pool.said()).contains("ERROR", "could not be read");
  }

  @Test
  void beforeTheIssuerHasEverAnswered_nobodyIsToldThatTheTokenIsWrong() {
    pool.falls(true);
    String token = pool.signed(pool.machine("mill"));
    assertThatThrownBy(() -> pool.shows(token)).isInstanceOf(Keys.Unreachable.class);

    pool.falls(false);
    comesIn(pool.key());
  }

  private RSAKey madeUp(int number) {
    return new RSAKey.Builder(pool.key()).keyID("made-up-" + number).build();
  }

  private void comesIn(RSAKey key) {
    assertThat(pool.shows(Pool.signed(pool.machine("mill"), key)))
        .isInstanceOf(Verdict.Admitted.class);
  }
}

package waybill.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign tokens, kept where the rest of the data is. The first one signs; those before
 * it are published until the last token that they signed is over.
 */
final class SigningKeys {
  private static final int BITS = 2048;
  private static final String FILE = "signing-keys.json";

  private final @Nullable Path folder;
  private final Clock clock;
  private List<JWK> keys;

  private SigningKeys(@Nullable Path folder, Clock clock, List<JWK> keys) {
    this.folder = folder;
    this.clock = clock;
    this.keys = keys;
  }

  static SigningKeys load(@Nullable Path folder, Clock clock) {
    try {
      var file = folder == null ? null : folder.resolve(FILE);
      if (file != null && Files.exists(file)) {
        return new SigningKeys(folder, clock, JWKSet.parse(Files.readString(file)).getKeys());
      }
      var made = new SigningKeys(folder, clock, List.of(generated()));
      made.keep();
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("the kept signing keys are not readable", e);
    }
  }

  private static RSAKey generated() {
    try {
      return new RSAKeyGenerator(BITS)
          .keyUse(KeyUse.SIGNATURE)
          .keyIDFromThumbprint(true)
          .generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private void keep() {
    if (folder != null) {
      Private.write(folder.resolve(FILE), new JWKSet(keys).toString(false).getBytes(UTF_8));
    }
  }

  synchronized RSAKey signing() {
    return keys.get(0).toRSAKey();
  }

  synchronized @Nullable RSAKey find(@Nullable String id) {
    var key = new JWKSet(counting()).getKeyByKeyId(id);
    return key == null ? null : key.toRSAKey();
  }

  synchronized String published() {
    return new JWKSet(counting()).toString();
  }

  private List<JWK> counting() {
    var now = clock.instant();
    return keys.stream()
        .filter(
            key ->
                key.getExpirationTime() == null || key.getExpirationTime().toInstant().isAfter(now))
        .toList();
  }

  /** The id of the key that signs from now on. */
  synchronized String rotate() {
    var until = Date.from(clock.instant().plus(Issuer.LIFE));
    var rest = new ArrayList<JWK>(List.of(generated()));
    for (var key : counting()) {
      rest.add(
          key.getExpirationTime() != null
              ? key
              : new RSAKey.Builder(key.toRSAKey()).expirationTime(until).build());
    }
    keys = List.copyOf(rest);
    keep();
    return keys.get(0).getKeyID();
  }
}

package waybill.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens the authorizer trusts. */
class TokenTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.of(ToyTemplate.file());

  private final JWTClaimsSet good = claims();

  @Test
  void goodTokenIsTrustedWithAndWithoutItsScheme() {
    var token = running.machine().issuer().sign(good);
    assertThat(running.get("/me", token).statusCode()).isEqualTo(200);
    assertThat(running.send(running.to("/me").header("authorization", token)).statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi"})
  void whatIsNoTokenIsUnauthorized(String authorization) {
    var answer = running.send(running.to("/me").header("authorization", authorization));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void expiredTokenIsUnauthorized() {
    assertRefused(changed().expirationTime(in(-1)));
  }

  @Test
  void tokenWithoutExpiryIsUnauthorized() {
    assertRefused(changed().expirationTime(null));
  }

  @Test
  void tokenOfTheFutureIsUnauthorized() {
    assertRefused(changed().notBeforeTime(in(60)));
    assertRefused(changed().issueTime(in(60)));
  }

  @Test
  void tokenOfAnotherIssuerIsUnauthorized() {
    assertRefused(changed().issuer("https://elsewhere.example"));
  }

  @Test
  void tokenForAnotherAudienceIsUnauthorized() {
    assertRefused(changed().claim("client_id", "somebody"));
    assertRefused(changed().audience("somebody"));
  }

  @Test
  void audienceMayStandInAudInsteadOfClientId() {
    var token = changed().audience("PeopleClient").claim("client_id", null).build();
    assertThat(running.get("/me", running.machine().issuer().sign(token)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void changedTokenIsUnauthorized() {
    var parts = running.machine().token("operator").split("\\.", -1);
    var other = running.machine().token("billing").split("\\.", -1);
    assertUnauthorized(parts[0] + "." + other[1] + "." + parts[2]);
  }

  @Test
  void tokenOfAnotherKeyIsUnauthorized() throws JOSEException {
    var key = new RSAKeyGenerator(2048).generate();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), good);
    token.sign(new RSASSASigner(key));
    assertUnauthorized(token.serialize());
  }

  @Test
  void unsignedAndSymmetricTokensAreUnauthorized() throws JOSEException {
    assertUnauthorized(new PlainJWT(good).serialize());
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), good);
    token.sign(new MACSigner("0123456789abcdef0123456789abcdef"));
    assertUnauthorized(token.serialize());
  }

  @Test
  void publicKeyIsNoSecretToSignWith() throws Exception {
    var published = JWKSet.parse(running.machine().issuer().publicKeys()).getKeys().get(0);
    var key = published.toRSAKey();
    for (var secret :
        List.of(key.toRSAPublicKey().getEncoded(), key.toJSONString().getBytes(UTF_8))) {
      var token =
          new SignedJWT(
              new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), good);
      token.sign(new MACSigner(secret));
      assertUnauthorized(token.serialize());
    }
  }

  @Test
  void keyThatComesWithItsTokenIsNotTrusted() throws JOSEException {
    var own = new RSAKeyGenerator(2048).keyID("own").generate();
    for (var header :
        List.of(
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()),
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid()),
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("../../dev/null")
                .jwkURL(URI.create("http://127.0.0.1:9/keys.json")))) {
      var token = new SignedJWT(header.build(), good);
      token.sign(new RSASSASigner(own));
      assertUnauthorized(token.serialize());
    }
  }

  private static String kid() {
    try {
      return JWKSet.parse(running.machine().issuer().publicKeys()).getKeys().get(0).getKeyID();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void tokenOfAnotherUseHasNoScopeOfARoute() {
    var identity =
        changed()
            .claim("token_use", "id")
            .claim("client_id", null)
            .claim("scope", null)
            .audience("PeopleClient");
    var token = running.machine().issuer().sign(identity.build());
    assertThat(running.get("/things/1", token).statusCode()).isEqualTo(403);
  }

  private static JWTClaimsSet claims() {
    try {
      return SignedJWT.parse(running.machine().token("operator")).getJWTClaimsSet();
    } catch (ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  private JWTClaimsSet.Builder changed() {
    return new JWTClaimsSet.Builder(good);
  }

  private static Date in(int seconds) {
    return Date.from(Instant.now().plusSeconds(seconds));
  }

  private static void assertRefused(JWTClaimsSet.Builder claims) {
    assertUnauthorized(running.machine().issuer().sign(claims.build()));
  }

  private static void assertUnauthorized(String token) {
    assertThat(running.get("/me", token).statusCode()).isEqualTo(401);
  }
}

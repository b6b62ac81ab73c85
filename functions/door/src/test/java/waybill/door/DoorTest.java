package waybill.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.kit.door.Verdict;

/** Which tokens open a route, and which do not. */
class DoorTest {
  private final Pool pool = new Pool();

  @Test
  void aTokenWithAScopeOfTheRoute_opensIt_withAndWithoutItsScheme() {
    String token = pool.signed(pool.machine("mill"));

    assertThat(pool.says("Bearer " + token)).isInstanceOf(Verdict.Admitted.class);
    assertThat(pool.says("bearer " + token)).isInstanceOf(Verdict.Admitted.class);
    assertThat(pool.says(token)).isInstanceOf(Verdict.Admitted.class);
    assertThat(pool.said()).isEmpty();
  }

  @Test
  void anyClientOfThePool_comesIn_howeverManyThereAre() {
    for (int i = 0; i < 51; i++)
      assertThat(pool.shows(pool.signed(pool.machine("client-" + i))))
          .isInstanceOf(Verdict.Admitted.class);
    assertThat(pool.reads()).isEqualTo(1);
  }

  @Test
  void withoutAScopeOfTheRoute_itIsForbidden_andSaid() {
    String token = pool.signed(pool.machine("mill").claim("scope", "waybill/read"));

    assertThat(pool.shows(token)).isEqualTo(new Verdict.Forbidden());
    assertThat(pool.said())
        .contains("\"reason\":\"scope\"", "\"client_id\":\"mill\"", "\"route\":\"POST /messages\"")
        .doesNotContain(token);
  }

  @Test
  void aRouteThatNobodyDescribes_orThatNeedsNoToken_opensToNone() {
    String token = pool.signed(pool.machine("mill").claim("scope", "waybill/publish "));

    assertThat(pool.shows(token, "GET /nowhere")).isEqualTo(new Verdict.Forbidden());
    assertThat(pool.shows(token, "GET /open")).isEqualTo(new Verdict.Forbidden());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "e30.e30."})
  void whatIsNoToken_isUnauthorized(String authorization) {
    assertThat(pool.says(authorization)).isEqualTo(new Verdict.Unauthorized());
    assertThat(pool.reads()).isZero();
  }

  @Test
  void aTokenThatIsOver_orHasNoEnd_isUnauthorized() {
    refused("expired", pool.machine("mill").expirationTime(pool.in(0)));
    refused("expired", pool.machine("mill").expirationTime(null));
  }

  @Test
  void aTokenOfTheFuture_isUnauthorized_butASlowClockIsNot() {
    refused("not yet valid", pool.machine("mill").notBeforeTime(pool.in(60)));
    refused("not yet valid", pool.machine("mill").issueTime(pool.in(60)));
    assertThat(pool.shows(pool.signed(pool.machine("mill").issueTime(pool.in(2)))))
        .isInstanceOf(Verdict.Admitted.class);
  }

  @Test
  void anotherIssuersToken_isUnauthorized() {
    refused("issuer", pool.machine("mill").issuer("https://elsewhere.example"));
    refused("issuer", pool.machine("mill").issuer(null));
  }

  @Test
  void aTokenOfAnotherUse_orOfNoClient_isUnauthorized() {
    refused("use", pool.machine("mill").claim("token_use", "id"));
    refused("use", pool.machine("mill").claim("token_use", null));
    refused("client", pool.machine("mill").claim("client_id", null).audience("mill"));
    refused("client", pool.machine("mill").claim("client_id", List.of("mill")));
  }

  private void refused(String why, JWTClaimsSet.Builder claims) {
    unauthorized(why, pool.signed(claims));
  }

  private void unauthorized(String why, String token) {
    assertThat(pool.shows(token)).as(why).isEqualTo(new Verdict.Unauthorized());
    assertThat(pool.said()).contains("\"reason\":\"" + why + "\"").doesNotContain(token);
  }

  @Test
  void unsigned_andSignedByASecret_isUnauthorized() throws Exception {
    JWTClaimsSet claims = pool.machine("mill").build();
    unauthorized("no signed token", new PlainJWT(claims).serialize());
    for (byte[] secret :
        List.of(
            "0123456789abcdef0123456789abcdef".getBytes(UTF_8),
            pool.key().toRSAPublicKey().getEncoded(),
            pool.key().toPublicJWK().toJSONString().getBytes(UTF_8))) {
      SignedJWT token =
          new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("one").build(), claims);
      token.sign(new MACSigner(secret));
      unauthorized("algorithm", token.serialize());
    }
  }

  @Test
  void aKeyThatComesWithItsToken_isNotTrusted_whateverIdItTakes() {
    RSAKey own = Pool.key("own");
    JWTClaimsSet.Builder claims = pool.machine("mill");
    unauthorized(
        "key",
        Pool.signed(
            claims, own, new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).build()));
    unauthorized(
        "key",
        Pool.signed(
            claims,
            own,
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID("../../dev/null")
                .jwkURL(URI.create("http://127.0.0.1:9/keys.json"))
                .build()));
    unauthorized(
        "signature",
        Pool.signed(
            claims,
            own,
            new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(own.toPublicJWK()).keyID("one").build()));
  }

  @Test
  void aChangedToken_isUnauthorized() {
    String[] mine = pool.signed(pool.machine("mill")).split("\\.", -1);
    String[] others = pool.signed(pool.machine("bakery")).split("\\.", -1);
    unauthorized("signature", mine[0] + "." + others[1] + "." + mine[2]);
  }

  @Test
  void whatATokenSaysOfItself_makesNoLineOfItsOwn_andNoLongOne() {
    String forged = "x\\\"}\n{\"level\":\"INFO\"" + "y".repeat(5_000);
    pool.shows(pool.signed(pool.machine(forged).issuer("none")));

    assertThat(pool.said().lines()).hasSize(1);
    assertThat(pool.said()).hasSizeLessThan(500);
  }
}

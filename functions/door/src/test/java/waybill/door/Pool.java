package waybill.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import waybill.kit.door.Verdict;
import waybill.kit.log.Log;

/** An issuer with its keys, and the door that trusts it, at a time that the test moves. */
final class Pool {
  static final String ISSUER = "https://issuer.example/pool";
  static final String ROUTE = "POST /messages";

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private Instant now = Instant.parse("2026-05-01T10:00:00Z");
  private List<RSAKey> published = List.of(key("one"));
  private boolean silent;
  private int reads;
  private final Door door;

  Pool() {
    InstantSource time = () -> now;
    Clock clock = time.withZone(ZoneOffset.UTC);
    Log log = Log.to(new PrintStream(said, true, StandardCharsets.UTF_8), clock, Log.Level.INFO);
    Keys keys = new Keys(this::read, clock, log);
    Scopes scopes = new Scopes(Map.of(ROUTE, List.of("waybill/publish"), "GET /open", List.of()));
    door = new Door(new Tokens(ISSUER, keys, clock), scopes, log);
  }

  static RSAKey key(String id) {
    try {
      return new RSAKeyGenerator(2048).keyID(id).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String read() throws IOException {
    reads++;
    if (silent) throw new IOException("no answer");
    return new JWKSet(List.<JWK>copyOf(published)).toString();
  }

  RSAKey key() {
    return published.get(0);
  }

  void publishes(RSAKey... keys) {
    published = List.of(keys);
  }

  void falls(boolean isSilent) {
    silent = isSilent;
  }

  int reads() {
    return reads;
  }

  void passes(Duration time) {
    now = now.plus(time);
  }

  Date in(int seconds) {
    return Date.from(now.plusSeconds(seconds));
  }

  String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  JWTClaimsSet.Builder machine(String client) {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .subject(client)
        .claim("client_id", client)
        .claim("scope", "waybill/publish waybill/read")
        .claim("token_use", "access")
        .issueTime(in(0))
        .expirationTime(in(3_600));
  }

  String signed(JWTClaimsSet.Builder claims) {
    return signed(claims, key());
  }

  static String signed(JWTClaimsSet.Builder claims, RSAKey key) {
    return signed(
        claims, key, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build());
  }

  static String signed(JWTClaimsSet.Builder claims, RSAKey key, JWSHeader header) {
    try {
      SignedJWT token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  Verdict shows(String token) {
    return shows(token, ROUTE);
  }

  Verdict shows(String token, String route) {
    return door.verdict(route, "Bearer " + token);
  }

  Verdict says(String authorization) {
    return door.verdict(ROUTE, authorization);
  }
}

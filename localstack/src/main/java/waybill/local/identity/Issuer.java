package waybill.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import waybill.local.template.Pool;

/** Gives access tokens with the claims that Cognito would give. */
public final class Issuer {
  public static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  static final Duration LIFE = Duration.ofHours(1);
  static final String PERSON = "operator";

  private final SigningKeys keys;
  private final String issuer;
  private final Pool pool;
  private final Clock clock;

  private Issuer(SigningKeys keys, String issuer, Pool pool, Clock clock) {
    this.keys = keys;
    this.issuer = issuer;
    this.pool = pool;
    this.clock = clock;
  }

  public static Issuer open(@Nullable Path data, String issuer, Pool pool, Clock clock) {
    return new Issuer(SigningKeys.load(data, clock), issuer, pool, clock);
  }

  /** A token for the person {@code operator}, or for the machine client of that name. */
  public String token(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(name + " is not a name: " + NAME.pattern());
    }
    if (name.equals(PERSON)) return sign(person(name, subject(name), List.of("operator")));
    return machineToken(name, pool.machineScopes());
  }

  /** For the client itself, which is nobody's. */
  String machineToken(String client, Collection<String> scopes) {
    return sign(
        common()
            .subject(client)
            .claim("client_id", client)
            .claim("scope", String.join(" ", scopes))
            .build());
  }

  /** Of somebody who has logged in at the pool's own page. */
  String tokenOf(Login login) {
    return sign(
        new JWTClaimsSet.Builder(person(login.username(), login.subject(), List.of()))
            .claim("client_id", login.client())
            .claim("scope", String.join(" ", login.scopes()))
            .claim("auth_time", login.at().getEpochSecond())
            .build());
  }

  /** Who it was, for the page that asked. */
  String identityOf(Login login, Account account) {
    return sign(
        common()
            .subject(login.subject())
            .audience(login.client())
            .claim("token_use", "id")
            .claim("version", null)
            .claim("auth_time", login.at().getEpochSecond())
            .claim("nonce", login.nonce())
            .claim("cognito:username", login.username())
            .claim("email", account.email())
            .claim("email_verified", true)
            .build());
  }

  /** Of somebody who has logged in; whoever registers by themselves belongs to no group. */
  String tokenOf(String username, String subject) {
    return sign(person(username, subject, List.of()));
  }

  String peopleClientId() {
    var client = pool.peopleClientId();
    return client == null ? "people" : client;
  }

  private static String subject(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private JWTClaimsSet person(String name, String subject, List<String> groups) {
    return common()
        .subject(subject)
        .claim("client_id", peopleClientId())
        .claim("scope", "aws.cognito.signin.user.admin")
        .claim("username", name)
        .claim("cognito:groups", groups.isEmpty() ? null : groups)
        .build();
  }

  private JWTClaimsSet.Builder common() {
    var now = clock.instant();
    return new JWTClaimsSet.Builder()
        .issuer(issuer)
        .claim("token_use", "access")
        .claim("auth_time", now.getEpochSecond())
        .claim("version", 2)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(LIFE)))
        .jwtID(UUID.randomUUID().toString());
  }

  /** Signs any claims, for tests of what must be refused. */
  public String sign(JWTClaimsSet claims) {
    try {
      var key = keys.signing();
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims);
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public keys, as an issuer publishes them. */
  public String publicKeys() {
    return keys.published();
  }

  /** Another key signs from now on; its id. Tokens of the one before stay good until their end. */
  public String rotate() {
    return keys.rotate();
  }

  public TokenCheck check() {
    return new TokenCheck(keys, clock);
  }

  /** What tokens name, and below which discovery is. */
  public String url() {
    return issuer;
  }
}

package waybill.kit.aws;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import waybill.kit.commit.Hash;

/**
 * Signature Version 4 as AWS documents it, computed a second time; S3 has the path as it was sent.
 */
final class Signature {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=id/((\\d{8})/eu-central-1/[a-z0-9-]+/aws4_request), SignedHeaders=([^,]+), Signature=(.*)");

  static boolean isValid(HttpExchange exchange, byte[] body) {
    Matcher parts = AUTHORIZATION.matcher(header(exchange, "authorization"));
    if (!parts.matches()) return false;
    if (!header(exchange, "x-amz-content-sha256").equals(Hash.of(body))) return false;
    String scope = parts.group(1);
    String toSign =
        String.join(
            "\n",
            "AWS4-HMAC-SHA256",
            header(exchange, "x-amz-date"),
            scope,
            Hash.of(canonical(exchange, parts.group(3)).getBytes(StandardCharsets.UTF_8)));
    byte[] key = "AWS4secret".getBytes(StandardCharsets.UTF_8);
    for (String part : scope.split("/", -1)) key = hmac(key, part);
    return HexFormat.of().formatHex(hmac(key, toSign)).equals(parts.group(4));
  }

  private static String canonical(HttpExchange exchange, String signedHeaders) {
    URI uri = exchange.getRequestURI();
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String sorted = Arrays.stream(query.split("&", -1)).sorted().collect(Collectors.joining("&"));
    String headers =
        Arrays.stream(signedHeaders.split(";", -1))
            .map(name -> name + ":" + header(exchange, name).strip() + "\n")
            .collect(Collectors.joining());
    return String.join(
        "\n",
        exchange.getRequestMethod(),
        uri.getRawPath(),
        sorted,
        headers,
        signedHeaders,
        header(exchange, "x-amz-content-sha256"));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Signature() {}
}

package waybill.exchange.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One attempt to bring one message to one endpoint.
 *
 * @param id of the message, the same at each attempt: by it the receiver knows a repetition
 * @param timestamp of this attempt
 * @param body sent as UTF-8, and these bytes are signed
 * @param secrets one, or two while the endpoint's secret is being changed
 * @param headers such as {@code content-type}; those of the transport and signature are not theirs
 */
public record Letter(
    URI to,
    String id,
    Instant timestamp,
    String body,
    List<Secret> secrets,
    Map<String, String> headers) {
  private static final Pattern ID = Pattern.compile("[!-~]+");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+");
  private static final Pattern VALUE = Pattern.compile("[ -~]*");
  private static final Set<String> OURS =
      Set.of(
          "host",
          "connection",
          "content-length",
          "transfer-encoding",
          "expect",
          "upgrade",
          "te",
          "trailer",
          Signature.ID,
          Signature.TIMESTAMP,
          Signature.SIGNATURE);

  public Letter {
    secrets = List.copyOf(secrets);
    headers = Map.copyOf(headers);
    if (!ID.matcher(id).matches()) throw new IllegalArgumentException("not an id: " + id);
    if (secrets.isEmpty()) throw new IllegalArgumentException("a letter is signed");
    headers.forEach(Letter::check);
  }

  private static void check(String name, String value) {
    if (!NAME.matcher(name).matches() || !VALUE.matcher(value).matches())
      throw new IllegalArgumentException("not a header: " + name);
    if (OURS.contains(name.toLowerCase(Locale.ROOT)))
      throw new IllegalArgumentException(name + " is not for the letter to say");
  }

  /**
   * A dot separates what is signed, and keys of messages may hold some: with them a signature could
   * be read as that of another id and time.
   */
  public String webhookId() {
    return id.replace("%", "%25").replace(".", "%2E");
  }
}

package waybill.kit.blob;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import waybill.contracts.MessageId;

/**
 * The message that a document belongs to, and the digest of its bytes: who reads it knows whether
 * it is the one that was said. All that was said about a key lies together, under {@link #about}.
 *
 * @param published by a service without a table of its own: the exchange stored it, under a name
 *     that no right of a service reaches
 */
public record BlobName(boolean published, MessageId message, String sha256) {
  private static final String SCHEME = "waybill:blob/";

  /** No service is named so. */
  private static final String PUBLISHED = "_published/";

  private static final Pattern PATH =
      Pattern.compile("(" + PUBLISHED + ")?([^/]+)/([^/]+)/([0-9a-f]{64})");

  public static BlobName of(MessageId message, byte[] bytes) {
    return new BlobName(false, message, digest(bytes));
  }

  public static BlobName published(MessageId message, byte[] bytes) {
    return new BlobName(true, message, digest(bytes));
  }

  /** Reads what {@link #dataref()} wrote. */
  public static BlobName ofDataref(String dataref) {
    if (!dataref.startsWith(SCHEME)) throw new IllegalArgumentException("names no document");
    return parse(dataref.substring(SCHEME.length()));
  }

  /** Reads what {@link #path()} wrote. */
  public static BlobName parse(String path) {
    Matcher parts = PATH.matcher(path);
    if (!parts.matches()) throw new IllegalArgumentException("names no document");
    MessageId message = MessageId.parse(parts.group(2) + "~" + parts.group(3));
    return new BlobName(parts.group(1) != null, message, parts.group(4));
  }

  /** What every name begins with that belongs to this key. No key holds a {@code ~}. */
  public static String about(String source, String key) {
    return source + "/" + key + "~";
  }

  /** The same for what a service without a table of its own has published. */
  public static String publishedAbout(String source, String key) {
    return PUBLISHED + about(source, key);
  }

  public String path() {
    return (published ? PUBLISHED : "")
        + about(message.source(), message.key())
        + message.sequence()
        + "/"
        + sha256;
  }

  public String dataref() {
    return SCHEME + path();
  }

  boolean isOf(byte[] bytes) {
    return digest(bytes).equals(sha256);
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}

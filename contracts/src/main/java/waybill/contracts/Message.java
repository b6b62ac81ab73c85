package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One document under one contract version on its way: a CloudEvent with a sequence.
 *
 * @param expires from then on nobody is to act on it; null if it holds for ever
 * @param skipped why it is delivered without its data, which is missing then: it keeps its place in
 *     the order, and nothing is to be done
 * @param dataref where the document is kept if it is too long to travel; then {@code data} is
 *     missing
 */
public record Message(
    MessageId id,
    ContractId contract,
    Instant time,
    String correlation,
    @Nullable String causation,
    int hops,
    @Nullable String traceparent,
    @Nullable Instant expires,
    @Nullable Long after,
    @Nullable String skipped,
    @Nullable String dataref,
    JsonNode data)
    implements Carried {
  private static final ContractId SHAPE = new ContractId("exchange.envelope", 1);

  public Message {
    // What is written has milliseconds: so what is read back equals what was said.
    time = time.truncatedTo(ChronoUnit.MILLIS);
    expires = expires == null ? null : expires.truncatedTo(ChronoUnit.MILLIS);
    if (hops < 0) {
      throw new IllegalArgumentException("hops count from 0");
    }
    if (after != null && (after < 0 || after >= id.sequence())) {
      throw new IllegalArgumentException("after names an earlier sequence, or 0");
    }
    if (data.isMissingNode() == (skipped == null && dataref == null)
        || (skipped != null && dataref != null)) {
      throw new IllegalArgumentException("a message has its data, or says where or why not");
    }
  }

  /** A message that carries its document. */
  public Message(
      MessageId id,
      ContractId contract,
      Instant time,
      String correlation,
      @Nullable String causation,
      int hops,
      @Nullable String traceparent,
      @Nullable Long after,
      JsonNode data) {
    this(
        id,
        contract,
        time,
        correlation,
        causation,
        hops,
        traceparent,
        null,
        after,
        null,
        null,
        data);
  }

  /**
   * Reads what {@link #toJson()} wrote.
   *
   * @throws Malformed if the text is not JSON
   * @throws IllegalArgumentException if it is not a message
   */
  public static Message parse(String text) {
    return read(Json.parse(text));
  }

  static Message read(JsonNode document) {
    Envelope.check(SHAPE, document);
    return new Message(
        identity(document),
        Envelope.contract(document),
        Json.bind(document.path("time"), Instant.class),
        document.path("correlationid").textValue(),
        Envelope.text(document, "causationid"),
        document.path("hops").intValue(),
        Envelope.text(document, "traceparent"),
        document.has("expirytime") ? Json.bind(document.path("expirytime"), Instant.class) : null,
        document.has("after") ? document.path("after").longValue() : null,
        Envelope.text(document, "skipped"),
        Envelope.text(document, "dataref"),
        document.path("data"));
  }

  private static MessageId identity(JsonNode document) {
    MessageId id = MessageId.parse(document.path("id").textValue());
    boolean same =
        id.source().equals(Envelope.text(document, "source"))
            && id.key().equals(Envelope.text(document, "subject"))
            && id.sequence() == document.path("keyseq").longValue();
    if (!same) {
      throw new IllegalArgumentException("/id is not made of /source, /subject and /keyseq");
    }
    return id;
  }

  @Override
  public String source() {
    return id.source();
  }

  /** As it is delivered to a subscriber to whom {@code after} was routed last about this key. */
  public Message withAfter(long after) {
    return stamped(after);
  }

  /** The same message with these data, carried along: an edit's, or those that were fetched. */
  public Message withData(JsonNode edited) {
    return with(contract, after, null, null, edited);
  }

  /** The same message under another version, with what its data are there. */
  public Message as(ContractId version, JsonNode translated) {
    return with(version, after, skipped, null, translated);
  }

  /** The same place in the order without a body: what a desk's skip makes of a delivery. */
  public Message withoutData(String why) {
    return with(contract, after, why, null, MissingNode.getInstance());
  }

  /** The same message with its document left behind. */
  public Message withDataref(String kept) {
    return with(contract, after, skipped, kept, MissingNode.getInstance());
  }

  /** The same message, on which nobody is to act from then on. */
  public Message until(@Nullable Instant end) {
    return new Message(
        id,
        contract,
        time,
        correlation,
        causation,
        hops,
        traceparent,
        end,
        after,
        skipped,
        dataref,
        data);
  }

  public boolean isPast(Instant now) {
    return expires != null && !now.isBefore(expires);
  }

  private Message stamped(@Nullable Long after) {
    return with(contract, after, skipped, dataref, data);
  }

  /** Identity, time and lineage stay. */
  private Message with(
      ContractId version,
      @Nullable Long lastBefore,
      @Nullable String why,
      @Nullable String kept,
      JsonNode body) {
    return new Message(
        id,
        version,
        time,
        correlation,
        causation,
        hops,
        traceparent,
        expires,
        lastBefore,
        why,
        kept,
        body);
  }

  /** Tells whether two messages of one identity are the same message, wherever they were met. */
  public String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] said = stamped(null).toJson().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha256.digest(said));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The order of attributes is fixed, since digests are taken of this text. */
  @Override
  public String toJson() {
    ObjectNode event =
        Json.object()
            .put("specversion", "1.0")
            .put("id", id.toString())
            .put("source", id.source())
            .put("type", contract.name())
            .put("subject", id.key())
            .put("time", InstantModule.format(time))
            .put("datacontenttype", "application/json")
            .put("dataschema", contract.path())
            .put("keyseq", id.sequence());
    if (after != null) {
      event.put("after", after);
    }
    event.put("correlationid", correlation);
    if (causation != null) {
      event.put("causationid", causation);
    }
    event.put("hops", hops);
    if (traceparent != null) {
      event.put("traceparent", traceparent);
    }
    if (expires != null) {
      event.put("expirytime", InstantModule.format(expires));
    }
    if (skipped != null) {
      return Json.write(event.put("skipped", skipped));
    }
    if (dataref != null) {
      return Json.write(event.put("dataref", dataref));
    }
    return Json.write(event.set("data", data));
  }
}

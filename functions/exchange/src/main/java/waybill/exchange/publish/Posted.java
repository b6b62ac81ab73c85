package waybill.exchange.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.contracts.form.Format;
import waybill.kit.Limits;
import waybill.kit.http.Incoming;
import waybill.kit.http.KnownForms;
import waybill.kit.http.NotTaken;

/**
 * What was posted, in whichever mode of CloudEvents: structured, binary or a batch.
 *
 * @param events each as it was written, not looked at yet
 * @param packed the data, which stand in no event yet, if their contract must say what they are
 */
record Posted(List<JsonNode> events, boolean isBatch, @Nullable Packed packed) {
  static final List<String> MEDIA_TYPES =
      List.of(
          "application/cloudevents+json",
          "application/cloudevents-batch+json",
          "application/cloudevents+cbor",
          "application/json",
          "application/xml",
          "application/cbor",
          "application/x-protobuf");

  private static final String PREFIX = "ce-";
  private static final String INTEGER = "-?[0-9]{1,9}";
  private static final String PASSED_ON = "application/json";

  static Posted of(Incoming request, KnownForms forms) {
    String type = request.header("content-type").strip().toLowerCase(Locale.ROOT);
    boolean isEvent = type.startsWith("application/cloudevents");
    if (!isEvent && !request.header("ce-specversion").isEmpty()) return binary(request);
    if (request.format() != Format.JSON && request.format() != Format.CBOR)
      throw new NotTaken("only data are taken so, with their attributes in ce- headers");
    JsonNode body =
        forms.read(
            ExchangeContracts.EVENT.id(), request.format(), request.body(), Limits.BATCH_BYTES_MAX);
    if (!body.isArray()) return new Posted(List.of(body), false, null);
    return new Posted(StreamSupport.stream(body.spliterator(), false).toList(), true, null);
  }

  /** The attributes stand in headers, the body is the data. */
  private static Posted binary(Incoming request) {
    ObjectNode event = Json.object();
    request
        .headers()
        .forEach(
            (name, text) -> {
              if (name.startsWith(PREFIX)) put(event, name.substring(PREFIX.length()), text);
            });
    String type = request.header("content-type");
    if (request.format() != Format.JSON) {
      event.put("datacontenttype", PASSED_ON).putObject("data");
      return new Posted(List.of(event), false, new Packed(request.format(), request.body()));
    }
    if (!type.isEmpty()) event.put("datacontenttype", type);
    return new Posted(List.of(event.set("data", Json.parse(request.body()))), false, null);
  }

  /** A header is a text; one attribute is a number. */
  private static void put(ObjectNode event, String name, String text) {
    if (name.equals("hops") && text.matches(INTEGER)) event.put(name, Integer.parseInt(text));
    else event.put(name, decoded(text));
  }

  /** CloudEvents writes what a header can't hold as %XX; a plus is a plus. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}

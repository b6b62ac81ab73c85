package waybill.kit.http;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import waybill.contracts.ContractId;
import waybill.contracts.form.Format;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** What a request says of forms: in which its body is, and in which it wants its answer. */
final class Negotiation {
  /** Under which names answers are given; of what is wanted alike, the first. */
  private static final List<String> GIVEN =
      List.of(
          "application/json",
          "application/cbor",
          "application/xml",
          "application/x-protobuf",
          "text/xml",
          "application/protobuf");

  /** What curl says where nothing was said to it. */
  private static final String FORGOTTEN = "application/x-www-form-urlencoded";

  private final KnownForms forms;

  Negotiation(KnownForms forms) {
    this.forms = forms;
  }

  /**
   * What the body is in; where nothing is said it is JSON.
   *
   * @throws NotTaken if it is nothing that is known
   */
  static Format ofTheBody(HttpRequest request) {
    String said = request.header("content-type").orElse("");
    if (said.isBlank()) return Format.JSON;
    MediaRange type =
        MediaRange.of(said).orElseThrow(() -> new NotTaken("Content-Type names no media type"));
    Format format =
        named(type.type()).orElseThrow(() -> new NotTaken("the Content-Type is none of those"));
    boolean isText = format == Format.JSON || format == Format.XML;
    if (isText && !type.isUtf8()) throw new NotTaken("texts are taken in UTF-8 only");
    return format;
  }

  private static Optional<Format> named(String type) {
    if (type.equals(FORGOTTEN)) return Optional.of(Format.JSON);
    return type.endsWith("+cbor") ? Optional.of(Format.CBOR) : Format.of(type);
  }

  /** How to write an answer so that it is understood; empty if there is no way. */
  Optional<Rendition> ofTheAnswer(ContractId gives, HttpRequest request) {
    String accept = request.header("accept").orElse("");
    if (accept.isBlank()) return Optional.of(Rendition.JSON);
    for (String type : wanted(accept)) {
      Format format = format(type);
      if (format == Format.JSON) return Optional.of(Rendition.JSON);
      var form = forms.of(gives, format);
      if (form.isPresent()) return Optional.of(new Rendition(type, format, form.get()));
    }
    return Optional.empty();
  }

  Refusal refusal(ContractId gives, HttpRequest request) {
    String reasons =
        wanted(request.header("accept").orElse("")).stream()
            .map(type -> forms.whyNot(gives, format(type)))
            .distinct()
            .collect(Collectors.joining(" "));
    String detail = reasons.isEmpty() ? "Accept names none of those" : reasons;
    return Problem.NOT_ACCEPTABLE
        .because(detail)
        .with(Refusal.MEDIA_TYPES, forms.mediaTypes(gives));
  }

  private static Format format(String given) {
    return Format.of(given).orElseThrow();
  }

  /** The names under which an answer may be given, dearest first. */
  private static List<String> wanted(String accept) {
    List<MediaRange> ranges = MediaRange.all(accept);
    if (isOfABrowser(ranges) && quality(ranges, HttpResponse.JSON) > 0)
      return List.of(HttpResponse.JSON);
    return GIVEN.stream()
        .filter(type -> quality(ranges, type) > 0)
        .sorted(Comparator.comparingInt((String type) -> -quality(ranges, type)))
        .toList();
  }

  /** Browsers name XML before everything else, though nobody at one asked for it. */
  private static boolean isOfABrowser(List<MediaRange> ranges) {
    return ranges.stream().anyMatch(range -> range.type().equals("text/html"));
  }

  /** What is said of it most exactly counts (RFC 9110, 12.5.1). */
  private static int quality(List<MediaRange> ranges, String type) {
    return ranges.stream()
        .filter(range -> range.exactness(type) > 0)
        .max(
            Comparator.comparingInt((MediaRange range) -> range.exactness(type))
                .thenComparingInt(MediaRange::quality))
        .map(MediaRange::quality)
        .orElse(0);
  }
}

package waybill.catalog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.kit.http.Answer;

/** How long a version may be kept by who asked for it, and how long it may be counted on. */
record Headers(Map<String, String> fields) {
  /** A year: RFC 9111 knows no for ever. */
  private static final String IMMUTABLE = "private, max-age=31536000, immutable";

  private static final String SHORT_LIVED = "private, max-age=10";

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  static Headers of(Numbered version, boolean latest) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("etag", '"' + version.hash() + '"');
    fields.put("cache-control", latest ? SHORT_LIVED : IMMUTABLE);
    Instant announced =
        version.deprecatedAt() == null ? version.retiredAt() : version.deprecatedAt();
    if (announced != null) fields.put("deprecation", "@" + announced.getEpochSecond()); // RFC 9745
    Instant end = end(version);
    if (end != null) fields.put("sunset", HTTP_DATE.format(end)); // RFC 8594
    return new Headers(fields);
  }

  /** What is made of a version may change with its maker: the content's hash does not name it. */
  static Headers ofFile(Numbered version, boolean latest) {
    Map<String, String> fields = new LinkedHashMap<>(of(version, latest).fields);
    fields.remove("etag");
    fields.put("cache-control", SHORT_LIVED);
    return new Headers(fields);
  }

  private static @Nullable Instant end(Numbered version) {
    if (version.sunset() == null) return version.retiredAt();
    return LocalDate.parse(version.sunset()).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  <A> Answer<A> on(Answer.Given<A> answer) {
    Answer.Given<A> more = answer;
    for (var field : fields.entrySet()) more = more.header(field.getKey(), field.getValue());
    return more;
  }
}

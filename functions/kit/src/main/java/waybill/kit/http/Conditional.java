package waybill.kit.http;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who has an answer already is not sent it again: 304 to what names its {@code ETag}. */
final class Conditional {
  private Conditional() {}

  static HttpResponse of(HttpRequest request, HttpResponse response) {
    String tag = response.headers().get("etag");
    Optional<String> known = request.header("if-none-match");
    boolean reads = request.routeKey().startsWith("GET ") && response.status() == 200;
    return reads && tag != null && known.filter(tags -> names(tags, tag)).isPresent()
        ? unchanged(response)
        : response;
  }

  /** Compared as weak ones are: what a cache on the way has made of it is the same document. */
  private static boolean names(String tags, String tag) {
    return tags.strip().equals("*")
        || Arrays.stream(tags.split(",", -1))
            .map(one -> one.strip().replaceFirst("^W/", ""))
            .anyMatch(tag::equals);
  }

  private static HttpResponse unchanged(HttpResponse response) {
    Map<String, String> headers = new LinkedHashMap<>(response.headers());
    headers.remove("content-type");
    return new HttpResponse(304, headers, "");
  }
}

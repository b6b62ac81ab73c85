package waybill.kit.http;

import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.form.Form;
import waybill.contracts.form.Format;
import waybill.contracts.form.Unmappable;
import waybill.kit.Limits;
import waybill.kit.log.Log;

/**
 * How an answer is written. By then what it speaks of is done: so what can't be written as it was
 * wanted is given as JSON and says so.
 *
 * @param form null for JSON, which is what it is given
 */
record Rendition(String mediaType, Format format, @Nullable Form form) {
  static final Rendition JSON = new Rendition(HttpResponse.JSON, Format.JSON, null);

  /** Problems are what they are. */
  HttpResponse of(HttpResponse answer, Log log) {
    if (!HttpResponse.JSON.equals(answer.headers().get("content-type"))) return answer;
    return (form == null ? answer : written(form, answer, log)).with("vary", "accept");
  }

  private HttpResponse written(Form by, HttpResponse answer, Log log) {
    try {
      byte[] body = by.write(Json.parse(answer.body()));
      String text = Base64.getEncoder().encodeToString(body);
      if (text.length() <= Limits.ANSWER_CHARS_MAX) return tagged(answer.inBase64(mediaType, text));
      log.warn("answered as JSON", "wanted", mediaType, "reason", "too long for an answer");
    } catch (Unmappable e) {
      log.warn("answered as JSON", "wanted", mediaType, "reason", String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("an answer could not be written as " + mediaType, e);
    }
    return answer;
  }

  /** A strong tag names these very bytes. */
  private HttpResponse tagged(HttpResponse response) {
    String tag = response.headers().get("etag");
    if (tag == null) return response;
    String name = format.name().toLowerCase(Locale.ROOT);
    return response.with("etag", tag.replaceFirst("\"$", "-" + name + "\""));
  }
}

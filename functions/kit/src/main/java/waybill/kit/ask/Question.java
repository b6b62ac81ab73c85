package waybill.kit.ask;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What is asked of whom; each part of the path and each parameter is escaped here. */
public record Question(String service, String path) {

  public static Question of(String service, String... segments) {
    StringBuilder path = new StringBuilder();
    for (String segment : segments) path.append('/').append(escaped(segment));
    return new Question(service, path.toString());
  }

  public Question with(String parameter, String value) {
    String more = (path.contains("?") ? "&" : "?") + escaped(parameter) + "=" + escaped(value);
    return new Question(service, path + more);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}

package waybill.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parameters as forms and queries carry them; none comes twice. */
record Form(Map<String, String> values) {

  static Form of(String encoded) throws OAuthError {
    var values = new LinkedHashMap<String, String>();
    for (var pair : encoded.split("&", -1)) {
      if (pair.isEmpty()) continue;
      int equals = pair.indexOf('=');
      var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
      if (values.putIfAbsent(name, value) != null)
        throw OAuthError.request("A parameter comes twice");
    }
    return new Form(values);
  }

  static String decoded(String text) throws OAuthError {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw OAuthError.request("Not a form");
    }
  }

  /** An empty value counts as none. */
  @Nullable String find(String name) {
    var value = values.get(name);
    return value == null || value.isEmpty() ? null : value;
  }

  String get(String name) throws OAuthError {
    var value = find(name);
    if (value == null) throw OAuthError.request(name + " is missing");
    return value;
  }

  /**
   * @return what is asked for; all where nothing is
   */
  List<String> scopes(List<String> allowed) throws OAuthError {
    var asked = find("scope");
    if (asked == null) return allowed;
    var scopes = List.of(asked.strip().split(" +"));
    if (!allowed.containsAll(scopes)) throw OAuthError.scope();
    return scopes.stream().distinct().toList();
  }
}

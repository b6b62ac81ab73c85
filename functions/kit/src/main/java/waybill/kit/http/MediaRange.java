package waybill.kit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One media type of a header: {@code text/xml;charset=utf-8}, or {@code application/*;q=0.5}.
 *
 * @param type in lower case
 * @param charset in lower case; empty if it names none
 * @param quality in thousandths, 1000 if it says none
 */
record MediaRange(String type, String charset, int quality) {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
  private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
  private static final Pattern QUALITY = Pattern.compile("0(\\.[0-9]{0,3})?|1(\\.0{0,3})?");

  /** What has not the form of one asks for nothing. */
  static List<MediaRange> all(String header) {
    return split(header, ',').stream().flatMap(one -> of(one).stream()).toList();
  }

  static Optional<MediaRange> of(String text) {
    List<String> parts = split(text.toLowerCase(Locale.ROOT), ';');
    String type = parts.get(0).strip();
    if (!TYPE.matcher(type).matches()) return Optional.empty();
    String quality = parameter(parts, "q").orElse("1");
    return QUALITY.matcher(quality).matches()
        ? Optional.of(
            new MediaRange(type, parameter(parts, "charset").orElse(""), thousandths(quality)))
        : Optional.empty();
  }

  private static int thousandths(String quality) {
    return (int) Math.round(Double.parseDouble(quality) * 1000);
  }

  private static Optional<String> parameter(List<String> parts, String name) {
    return parts.stream()
        .skip(1)
        .map(part -> part.split("=", 2))
        .filter(pair -> pair.length == 2 && pair[0].strip().equals(name))
        .map(pair -> pair[1].strip().replace("\"", ""))
        .findFirst();
  }

  /** A quoted text may hold either separator. */
  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>();
    boolean quoted = false;
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && quoted) at++;
      else if (c == '"') quoted = !quoted;
      else if (c == separator && !quoted) {
        parts.add(text.substring(from, at));
        from = at + 1;
      }
    }
    parts.add(text.substring(from));
    return parts;
  }

  boolean isUtf8() {
    return charset.isEmpty() || charset.equals("utf-8") || charset.equals("utf8");
  }

  /** 3 if it names this very type, 2 if all of its sort, 1 if anything, 0 if not this one. */
  int exactness(String other) {
    if (!isUtf8()) return 0;
    if (type.equals(other)) return 3;
    if (type.equals("*/*")) return 1;
    return type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1)) ? 2 : 0;
  }
}

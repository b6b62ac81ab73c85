package waybill.exchange.webhook;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Hosts that the one who runs this trusts although they are not public, each with one port or with
 * all: {@code 127.0.0.1,localhost:9000,[::1]:9000}. Only these may be reached without TLS.
 */
public final class AllowList {
  public static final AllowList NOTHING = new AllowList(Set.of());
  private static final Pattern ENTRY =
      Pattern.compile("(\\[[0-9a-f:.]+]|[a-z0-9.-]+)(:[1-9][0-9]{0,4})?");

  private final Set<String> entries;

  private AllowList(Set<String> entries) {
    this.entries = entries;
  }

  public static AllowList parse(String text) {
    return new AllowList(
        Stream.of(text.split(","))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .map(AllowList::checked)
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static String checked(String entry) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches())
      throw new IllegalArgumentException("'" + entry + "' is neither host nor host:port");
    return entry;
  }

  boolean has(Target target) {
    return entries.contains(target.host()) || entries.contains(target.host() + ":" + target.port());
  }
}

package waybill.exchange.webhook;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import waybill.kit.Limits;

/** What an address must look like before anybody asks where it leads. */
final class AddressForm {
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  private record Rule(Predicate<URI> broken, String says) {}

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              address -> address.toString().length() > Limits.WEBHOOK_ADDRESS_CHARS_MAX,
              "it is longer than " + Limits.WEBHOOK_ADDRESS_CHARS_MAX + " characters"),
          new Rule(
              address -> address.toString().chars().anyMatch(c -> c > '~'),
              "it is not plain ASCII"),
          new Rule(address -> !hasScheme(address), "it is not https"),
          new Rule(address -> address.getHost() == null, "it has no valid host"),
          new Rule(address -> address.getRawUserInfo() != null, "it holds a user or a password"),
          new Rule(address -> address.getRawFragment() != null, "it has a fragment"),
          new Rule(
              address -> address.getPort() == 0 || address.getPort() > 65535,
              "its port is not between 1 and 65535"),
          new Rule(address -> address.getHost().contains("%"), "its host has a zone"),
          new Rule(address -> address.getHost().endsWith("."), "its host ends with a dot"),
          new Rule(
              address -> isOddNumber(address.getHost().toLowerCase(Locale.ROOT)),
              "its host is a number, but not an address in the usual form"));

  static Optional<String> refusal(URI address) {
    return RULES.stream().filter(rule -> rule.broken().test(address)).map(Rule::says).findFirst();
  }

  private static boolean hasScheme(URI address) {
    return "https".equalsIgnoreCase(address.getScheme())
        || "http".equalsIgnoreCase(address.getScheme());
  }

  /** Some resolvers read octal, hexadecimal and shorter forms, each in its own way. */
  private static boolean isOddNumber(String host) {
    return NUMBER.matcher(host).matches() && !IPV4.matcher(host).matches();
  }

  static boolean isLiteral(String host) {
    return host.startsWith("[") || IPV4.matcher(host).matches();
  }

  private AddressForm() {}
}

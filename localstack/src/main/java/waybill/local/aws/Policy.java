package waybill.local.aws;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import waybill.local.template.Role;

/** Evaluates a role's statements as IAM does: a denial wins, and silence denies. */
final class Policy {
  private final List<Rule> rules;

  Policy(Role role) {
    rules = role.statements().stream().map(Rule::of).toList();
  }

  boolean allows(Need need) {
    var matching = rules.stream().filter(rule -> rule.matches(need)).toList();
    return !matching.isEmpty() && matching.stream().allMatch(Rule::allows);
  }

  private record Rule(boolean allows, Pattern actions, Pattern resources) {
    static Rule of(Role.Statement statement) {
      return new Rule(
          statement.allows(),
          pattern(statement.actions(), Pattern.CASE_INSENSITIVE),
          pattern(statement.resources(), 0));
    }

    boolean matches(Need need) {
      return actions.matcher(need.action()).matches()
          && resources.matcher(need.resource()).matches();
    }

    private static Pattern pattern(List<String> wildcards, int flags) {
      return Pattern.compile(
          wildcards.stream().map(Rule::expression).collect(Collectors.joining("|")), flags);
    }

    private static String expression(String wildcard) {
      return wildcard
          .chars()
          .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
          .collect(Collectors.joining());
    }
  }
}

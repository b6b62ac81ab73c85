package waybill.local.aws;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import waybill.local.template.Role;

/** Evaluates a role's statements as IAM does: a denial wins, and silence denies. */
final class Policy {
  private final List<Rule> rules;
  private final Set<Right> used = ConcurrentHashMap.newKeySet();

  Policy(Role role) {
    rules = role.statements().stream().flatMap(statement -> Rule.of(role, statement)).toList();
  }

  boolean allows(Need need) {
    var matching = rules.stream().filter(rule -> rule.matches(need)).toList();
    var allowed = !matching.isEmpty() && matching.stream().allMatch(Rule::allows);
    if (allowed) matching.forEach(rule -> used.add(rule.right()));
    return allowed;
  }

  /** Those that have let a call pass. */
  Set<Right> used() {
    return used;
  }

  private record Rule(boolean allows, Right right, Pattern action, Pattern resource) {
    static Stream<Rule> of(Role role, Role.Statement statement) {
      return statement.actions().stream()
          .flatMap(
              action ->
                  statement.resources().stream()
                      .map(
                          resource ->
                              new Rule(
                                  statement.allows(),
                                  Right.of(role, action, resource),
                                  pattern(action, Pattern.CASE_INSENSITIVE),
                                  pattern(resource, 0))));
    }

    boolean matches(Need need) {
      return action.matcher(need.action()).matches() && resource.matcher(need.resource()).matches();
    }

    private static Pattern pattern(String wildcards, int flags) {
      return Pattern.compile(expression(wildcards), flags);
    }

    private static String expression(String wildcard) {
      return wildcard
          .chars()
          .mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
          .collect(Collectors.joining());
    }
  }
}

package waybill.kit.problem;

import java.util.List;
import java.util.Locale;
import waybill.contracts.Violation;

/** A kind of refusal: each service names its own in one enum. */
public interface ProblemType {

  /** The enum's constant: {@code EMAIL_TAKEN}. */
  String name();

  int status();

  String title();

  /** Stable for ever; clients compare it. */
  default String uri() {
    return "urn:waybill:problem:" + slug();
  }

  default String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  default Refusal because(String detail) {
    return new Refusal(this, detail, null, List.of());
  }

  /** Points at each place of the request that is a reason. */
  default Refusal at(List<Violation> violations) {
    return new Refusal(this, null, null, violations);
  }

  /** Points at the field of the request that is the reason. */
  default Refusal at(String pointer) {
    return new Refusal(this, null, null, List.of(new Violation(pointer, slug(), title())));
  }
}

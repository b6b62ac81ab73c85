package waybill.contracts.verdict;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A named risk that a contract may accept. */
public enum Policy {
  /**
   * A name that one version declares as optional, where the other leaves its objects open. Formally
   * it breaks: under the open version a document could already carry anything by that name.
   */
  OPEN_ADDITIONS;

  /** As documents write it. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Policy> of(String slug) {
    return Arrays.stream(values()).filter(policy -> policy.slug().equals(slug)).findFirst();
  }
}

package waybill.exchange.ledger;

import org.jspecify.annotations.Nullable;
import waybill.kit.commit.Hash;

/** What failures that are the same have in common: their words, without numbers and ids. */
public record Failure(String words) {
  private static final int DIGITS = 16;

  /** What an inbox says of a message that itself has not failed. */
  private static final String BEHIND = "behind: ";

  public static Failure of(@Nullable String reason) {
    if (reason == null) return new Failure("unknown");
    return new Failure(
        reason
            .replaceAll("[A-Za-z0-9._-]+~[A-Za-z0-9._-]+~\\d+", "#")
            .replaceAll("\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b", "#")
            .replaceAll("\\b(?=\\w*\\d)\\w+\\b", "#")
            .strip());
  }

  public boolean isOnlyBehind() {
    return words.startsWith(BEHIND);
  }

  /** Its name in lists, which show the highest first: who only waits comes last. */
  public String group() {
    return isOnlyBehind() ? "0".repeat(DIGITS) : Hash.of(words).substring(0, DIGITS);
  }
}

package waybill.contracts.verdict;

import java.util.Set;
import waybill.contracts.Kind;

/** What a service that uses another's contract does with its documents. */
public enum Role {
  /** Takes what the owner writes: what is new must be readable where the old version is known. */
  READER(Direction.FORWARD),
  /** Writes what the owner takes: what is still written as before must be readable. */
  SENDER(Direction.BACKWARD);

  private final Direction asksFor;

  Role(Direction asksFor) {
    this.asksFor = asksFor;
  }

  public Direction asksFor() {
    return asksFor;
  }

  /** Control goes both ways; a type is in what others send, and is judged there. */
  public static Set<Role> of(Kind kind) {
    return switch (kind) {
      case EVENT, REPLY, RESPONSE -> Set.of(READER);
      case COMMAND, REQUEST -> Set.of(SENDER);
      case CONTROL -> Set.of(READER, SENDER);
      case TYPE -> Set.of();
    };
  }
}

package waybill.contracts.verdict;

/** Which of two versions writes what the other one reads. */
public enum Direction {
  /** What was written under the old version is read under the new one. */
  BACKWARD,
  /** What is written under the new version is read under the old one. */
  FORWARD;

  /** The same documents, seen from the other version. */
  public Direction opposite() {
    return this == BACKWARD ? FORWARD : BACKWARD;
  }
}

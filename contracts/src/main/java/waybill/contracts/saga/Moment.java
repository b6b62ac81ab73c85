package waybill.contracts.saga;

/**
 * When a command is made, and so what is known then.
 *
 * @param stage of the step that is done or undone; of no meaning at the end
 */
record Moment(Phase phase, int stage) {
  static final Moment COMPLETED = new Moment(Phase.COMPLETED, 0);
  static final Moment UNDONE = new Moment(Phase.UNDONE, 0);

  enum Phase {
    DOING,
    UNDOING,
    COMPLETED,
    UNDONE
  }

  /** How sure it is that something is known. */
  enum Sure {
    ALWAYS,
    MAYBE,
    NEVER
  }

  static Moment doing(int stage) {
    return new Moment(Phase.DOING, stage);
  }

  static Moment undoing(int stage) {
    return new Moment(Phase.UNDOING, stage);
  }

  /**
   * A step is undone also where nobody knows whether it was done, and together with those beside
   * it.
   */
  Sure reply(int from) {
    return switch (phase) {
      case DOING -> from < stage ? Sure.ALWAYS : Sure.NEVER;
      case UNDOING -> from < stage ? Sure.ALWAYS : Sure.MAYBE;
      case COMPLETED -> Sure.ALWAYS;
      case UNDONE -> Sure.MAYBE;
    };
  }

  private boolean isBackwards() {
    return phase == Phase.UNDOING || phase == Phase.UNDONE;
  }

  /** What is undone has a reason, but no step where somebody has cancelled it. */
  Sure saga(Itself field) {
    return switch (field) {
      case ID, KEY -> Sure.ALWAYS;
      case REASON -> isBackwards() ? Sure.ALWAYS : Sure.NEVER;
      case STEP -> isBackwards() ? Sure.MAYBE : Sure.NEVER;
    };
  }
}

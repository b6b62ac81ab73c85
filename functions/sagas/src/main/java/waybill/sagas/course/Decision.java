package waybill.sagas.course;

/** What becomes of an operator's wish. */
public sealed interface Decision {

  record Carried(Transition transition) implements Decision {}

  /** As the saga is, it can't be. */
  record Impossible(String why) implements Decision {}
}

package waybill.exchange;

/** The machine is gone: no handler catches this, and nothing runs after it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;
}

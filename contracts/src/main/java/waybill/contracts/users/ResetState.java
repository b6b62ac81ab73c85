package waybill.contracts.users;

/** Requested says nothing about whether there is such a user. */
public enum ResetState {
  REQUESTED,
  DONE
}

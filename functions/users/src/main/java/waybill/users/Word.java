package waybill.users;

/** What whoever keeps the passwords says to a request. */
enum Word {
  DONE,
  THERE_ALREADY,
  WRONG,
  BAD_PASSWORD,
  /** Of one account: no other is, and one that does not exist never. */
  TOO_MANY,
  UNAVAILABLE
}

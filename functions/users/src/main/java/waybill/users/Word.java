package waybill.users;

/** What whoever keeps the passwords says to a request. */
enum Word {
  DONE,
  THERE_ALREADY,
  WRONG,
  BAD_PASSWORD,
  TOO_MANY,
  UNAVAILABLE
}

package waybill.users;

/** Where whoever keeps the passwords sends a code to. */
interface Mailboxes {

  /** From now on codes go there; wrong if there is no such account. */
  Word moved(String userId, String email);
}

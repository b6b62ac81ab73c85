package waybill.local.identity;

/** The pool's PreSignUp trigger, as the template names one; without one nobody is confirmed. */
public interface SignUpTrigger {
  /**
   * @throws Refused if the function does not let this person in
   */
  boolean confirms(String username, String email) throws Refused;
}

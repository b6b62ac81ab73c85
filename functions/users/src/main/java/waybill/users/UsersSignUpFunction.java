package waybill.users;

import java.util.Map;
import java.util.function.Predicate;
import waybill.kit.Service;
import waybill.kit.pool.Newcomer;
import waybill.kit.pool.SignUpFunction;

/** Named by template.yaml. The pool takes in whoever is just being registered, and nobody else. */
public final class UsersSignUpFunction extends SignUpFunction {

  public UsersSignUpFunction() {
    this(System.getenv());
  }

  public UsersSignUpFunction(Map<String, String> env) {
    super(env, UsersSignUpFunction::expected);
  }

  static Predicate<Newcomer> expected(Service service) {
    return newcomer ->
        service
            .rows()
            .find(Registration.REGISTRATION, newcomer.username())
            .filter(one -> one.email().equals(newcomer.email()))
            .isPresent();
  }
}

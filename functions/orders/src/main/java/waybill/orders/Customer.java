package waybill.orders;

import waybill.contracts.users.User;
import waybill.contracts.users.UserChanged;
import waybill.contracts.users.UserRegistered;
import waybill.kit.commit.Kind;

/** A user as orders knows one: the copy that it was told of, or that it asked for. */
record Customer(String userId, String email, String name) {
  static final Kind<Customer> CUSTOMER = Kind.entry("customer", Customer.class);

  static Customer of(User asked) {
    return new Customer(asked.userId(), asked.email(), asked.name());
  }

  static Customer of(UserRegistered told) {
    return new Customer(told.userId(), told.email(), told.name());
  }

  static Customer of(UserChanged told) {
    return new Customer(told.userId(), told.email(), told.name());
  }
}

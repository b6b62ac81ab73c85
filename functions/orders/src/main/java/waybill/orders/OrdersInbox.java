package waybill.orders;

import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.inbox.Inbox.on;
import static waybill.kit.inbox.Reaction.commit;
import static waybill.orders.Customer.CUSTOMER;

import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Inbox;

/** What orders listens to. */
final class OrdersInbox {
  private final Rows rows;

  OrdersInbox(Rows rows) {
    this.rows = rows;
  }

  Inbox inbox() {
    return Inbox.of(
        on(USER_REGISTERED, m -> commit(customer(m.key()).put(Customer.of(m.data())))),
        on(USER_CHANGED, m -> commit(customer(m.key()).put(Customer.of(m.data())))));
  }

  private Row<Customer> customer(String userId) {
    return rows.at(CUSTOMER, userId);
  }
}

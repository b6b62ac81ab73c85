package waybill.orders;

import static waybill.contracts.orders.OrdersContracts.CLOSE_ORDER;
import static waybill.contracts.orders.OrdersContracts.CONFIRM_ORDER;
import static waybill.contracts.orders.OrdersContracts.REJECT_ORDER;
import static waybill.contracts.users.UsersContracts.USER_CHANGED;
import static waybill.contracts.users.UsersContracts.USER_REGISTERED;
import static waybill.kit.inbox.Inbox.on;
import static waybill.kit.inbox.Reaction.commit;
import static waybill.orders.Customer.CUSTOMER;

import waybill.kit.Service;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Inbox;

/** What orders listens to. */
final class OrdersInbox {
  private final Rows rows;
  private final Closing closing;

  OrdersInbox(Service orders) {
    this.rows = orders.rows();
    this.closing = new Closing(orders);
  }

  Inbox inbox() {
    return Inbox.of(
        on(USER_REGISTERED, m -> commit(customer(m.key()).put(Customer.of(m.data())))),
        on(USER_CHANGED, m -> commit(customer(m.key()).put(Customer.of(m.data())))),
        on(CONFIRM_ORDER, m -> closing.confirm(m.data())),
        on(REJECT_ORDER, m -> closing.reject(m.data())),
        on(CLOSE_ORDER, m -> closing.close(m.data())));
  }

  private Row<Customer> customer(String userId) {
    return rows.at(CUSTOMER, userId);
  }
}

package waybill.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.payments.PaymentsContracts.CHARGE;
import static waybill.contracts.payments.PaymentsContracts.REFUND;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import waybill.contracts.Message;
import waybill.contracts.payments.Charge;
import waybill.contracts.payments.Money;
import waybill.contracts.payments.Refund;
import waybill.kit.http.Caller;
import waybill.kit.http.HttpTesting;
import waybill.kit.http.HttpTesting.Answered;
import waybill.kit.testing.KeepsBooks;
import waybill.kit.testing.Participant;

/** The service on a table in memory, and what was ever deposited. */
final class Bank implements KeepsBooks {
  static final Caller OPERATOR = Caller.person("olga", "member", "operator");
  static final Caller ADA = Caller.person("ada", "member");

  final Participant payments =
      new Participant("payments", service -> new PaymentsInbox(service.rows()).inbox());
  final PaymentsApi api = new PaymentsApi(payments.service);
  private final HttpTesting http = new HttpTesting(payments.service, api.routes());
  private final Map<String, Long> deposited = new TreeMap<>();

  static Money eur(long amount) {
    return new Money(amount, "EUR");
  }

  HttpTesting.Asking as(Caller caller) {
    return http.as(caller);
  }

  Bank with(String userId, Money money) {
    assertThat(deposit(userId, money).status()).isEqualTo(201);
    deposited.merge(money.currency(), money.amount(), Long::sum);
    return this;
  }

  Answered deposit(String userId, Money money) {
    return as(OPERATOR).post("/accounts/" + userId + "/deposits", body(money));
  }

  static String body(Money money) {
    return "{\"amount\":%d,\"currency\":\"%s\"}".formatted(money.amount(), money.currency());
  }

  /** A saga charges under its own name. */
  Message charge(String saga, String userId, Money amount) {
    return payments.next(saga, CHARGE, new Charge(saga, userId, amount));
  }

  Message refund(String saga) {
    return payments.next(saga, REFUND, new Refund(saga));
  }

  /** One after the other. */
  Bank hears(Message... messages) {
    assertThat(payments.hears(messages)).as("the queue may forget them").isTrue();
    return this;
  }

  long balance(String userId) {
    return account(userId).map(Account::balance).orElse(0L);
  }

  Optional<Account> account(String userId) {
    return payments.service.rows().find(Account.ACCOUNT, userId);
  }

  Optional<Payment> payment(String id) {
    return payments.service.rows().find(Payment.PAYMENT, id);
  }

  private Stream<Account> accounts() {
    return payments.table.items().stream()
        .flatMap(item -> Account.ACCOUNT.idOf(item).stream())
        .flatMap(id -> account(id).stream());
  }

  private Stream<Payment> payments() {
    return payments.table.items().stream()
        .flatMap(item -> Payment.PAYMENT.idOf(item).stream())
        .flatMap(id -> payment(id).stream());
  }

  /** At any moment, per currency: what is there and what is charged is what was deposited. */
  void keepsItsLaw(String when) {
    Map<String, Long> there = new TreeMap<>();
    accounts().forEach(one -> there.merge(one.currency(), one.balance(), Long::sum));
    payments()
        .filter(one -> one.state() == Payment.State.CHARGED)
        .map(one -> one.whatWasTaken().amount())
        .forEach(taken -> there.merge(taken.currency(), taken.amount(), Long::sum));
    assertThat(there).as("%s: balances and charges, less refunds", when).isEqualTo(deposited);
    assertThat(accounts().map(Account::balance))
        .as("%s: balances", when)
        .allMatch(balance -> balance >= 0);
  }

  @Override
  public void balance() {
    payments.balance();
    keepsItsLaw("in the end");
  }
}

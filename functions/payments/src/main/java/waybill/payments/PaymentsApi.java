package waybill.payments;

import static waybill.contracts.payments.PaymentsContracts.ACCOUNT;
import static waybill.contracts.payments.PaymentsContracts.DEPOSIT;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.http.Answer.created;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Answer.refused;
import static waybill.kit.http.Route.get;
import static waybill.kit.http.Route.post;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.kit.problem.Problem.NOT_FOUND;
import static waybill.payments.PaymentsProblem.BAD_USER_ID;
import static waybill.payments.PaymentsProblem.BALANCE_TOO_HIGH;
import static waybill.payments.PaymentsProblem.OTHER_CURRENCY;

import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import waybill.contracts.payments.AccountView;
import waybill.contracts.payments.Deposit;
import waybill.contracts.payments.Money;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** What payments answers. */
final class PaymentsApi {
  private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final Rows rows;
  private final Ids ids;
  private final Clock clock;

  PaymentsApi(Service payments) {
    this.rows = payments.rows();
    this.ids = payments.ids();
    this.clock = payments.clock();
  }

  Routes routes() {
    return Routes.of(
        post("/accounts/{user_id}/deposits", DEPOSIT, ACCOUNT, this::deposit),
        get("/accounts/{user_id}", ACCOUNT, this::show));
  }

  Answer<AccountView> deposit(Request<Deposit> request) {
    if (!request.caller().isOperator()) return refused(FORBIDDEN.because("operators deposit"));
    String userId = request.path("user_id");
    if (!isUserId(userId))
      return refused(BAD_USER_ID.because("1 to 64 of letters, digits, dot, underscore and hyphen"));
    Deposit paid = request.body();
    Row<Account> row = rows.at(Account.ACCOUNT, userId);
    Account before = row.value().orElseGet(() -> Account.opened(userId, paid.currency()));
    if (!before.isKeptIn(paid.currency())) return refused(OTHER_CURRENCY.at("/currency"));
    Account after = before.plus(paid.amount());
    if (after.balance() > Money.AMOUNT_MAX) return refused(BALANCE_TOO_HIGH.at("/amount"));
    // With a row of its own it is there once: the balance alone does not tell whose change it is.
    PaidIn paidIn = new PaidIn(userId, paid.amount(), paid.currency(), clock.instant());
    return created(
        "/accounts/" + userId,
        after.view(),
        commit(row.put(after)).and(PaidIn.PAID_IN.fresh(ids.next(), paidIn)));
  }

  Answer<AccountView> show(Request<Nothing> request) {
    String userId = request.path("user_id");
    if (!request.caller().mayActFor(userId)) return refused(FORBIDDEN.because("not your own"));
    Optional<Account> account =
        Optional.of(userId)
            .filter(PaymentsApi::isUserId)
            .flatMap(id -> rows.find(Account.ACCOUNT, id));
    return account.isPresent()
        ? ok(account.get().view())
        : refused(NOT_FOUND.because("no such account"));
  }

  private static boolean isUserId(String text) {
    return USER_ID.matcher(text).matches();
  }
}

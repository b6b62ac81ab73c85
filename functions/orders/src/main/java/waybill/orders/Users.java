package waybill.orders;

import static waybill.contracts.users.UsersContracts.USER;
import static waybill.kit.problem.Problem.FORBIDDEN;
import static waybill.orders.OrdersProblem.UNKNOWN_USER;
import static waybill.orders.OrdersProblem.USERS_UNAVAILABLE;

import waybill.contracts.users.User;
import waybill.kit.ask.Ask;
import waybill.kit.ask.Question;
import waybill.kit.ask.Reply;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;

/** Asks users about somebody of whom it was not told yet, on behalf of whoever wants to know. */
final class Users {
  private final Ask ask;

  Users(Ask ask) {
    this.ask = ask;
  }

  /** Somebody who is there, or why not. */
  Answer<Customer> find(String userId, Request<?> onBehalf) {
    Reply<User> reply = ask.get(onBehalf, Question.of("users", "users", userId), USER);
    if (reply instanceof Reply.Answered<User> answered)
      return Answer.ok(Customer.of(answered.body()));
    if (reply instanceof Reply.NotFound<User>) return Answer.refused(UNKNOWN_USER.at("/user_id"));
    if (reply instanceof Reply.Refused<User>)
      return Answer.refused(FORBIDDEN.because("the token may not ask users who the buyer is"));
    return Answer.refused(USERS_UNAVAILABLE.because(((Reply.Unavailable<User>) reply).why()));
  }
}

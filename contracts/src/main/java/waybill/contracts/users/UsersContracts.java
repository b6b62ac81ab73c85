package waybill.contracts.users;

import waybill.contracts.Contract;

/** A handle for each contract that {@code users} owns. */
public final class UsersContracts {
  public static final Contract<RegisterUser> REGISTER_USER =
      Contract.of("users.register-user/1", RegisterUser.class);
  public static final Contract<SignUp> SIGN_UP = Contract.of("users.register-user/2", SignUp.class);
  public static final Contract<ChangeUser> CHANGE_USER =
      Contract.of("users.change-user/1", ChangeUser.class);
  public static final Contract<ListUsers> LIST_USERS =
      Contract.of("users.list-users/1", ListUsers.class);
  public static final Contract<User> USER = Contract.of("users.user/1", User.class);
  public static final Contract<UserList> USER_LIST =
      Contract.of("users.user-list/1", UserList.class);
  public static final Contract<UserRegistered> USER_REGISTERED =
      Contract.of("users.user-registered/1", UserRegistered.class);
  public static final Contract<UserChanged> USER_CHANGED =
      Contract.of("users.user-changed/1", UserChanged.class);
  public static final Contract<LogIn> LOG_IN = Contract.of("users.log-in/1", LogIn.class);
  public static final Contract<Session> SESSION = Contract.of("users.session/1", Session.class);
  public static final Contract<RequestReset> REQUEST_RESET =
      Contract.of("users.request-reset/1", RequestReset.class);
  public static final Contract<ConfirmReset> CONFIRM_RESET =
      Contract.of("users.confirm-reset/1", ConfirmReset.class);
  public static final Contract<PasswordReset> PASSWORD_RESET =
      Contract.of("users.password-reset/1", PasswordReset.class);
  public static final Contract<Overview> OVERVIEW = Contract.of("users.overview/1", Overview.class);

  private UsersContracts() {}
}

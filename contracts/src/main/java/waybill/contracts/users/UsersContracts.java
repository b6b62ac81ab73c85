package waybill.contracts.users;

import waybill.contracts.Contract;

/** A handle for each contract that {@code users} owns. */
public final class UsersContracts {
  public static final Contract<RegisterUser> REGISTER_USER =
      Contract.of("users.register-user/1", RegisterUser.class);
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

  private UsersContracts() {}
}

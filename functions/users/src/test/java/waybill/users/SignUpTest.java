package waybill.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import waybill.kit.pool.Newcomer;

/** Whom the user pool takes in. */
class SignUpTest {
  private static final String ADA = "ada@example.com";

  private final Registry registry = new Registry();
  private final Predicate<Newcomer> expected = UsersSignUpFunction.expected(registry.service);

  @Test
  void whoIsBeingRegistered_isTakenIn_underTheirOwnIdAndEmail() {
    registry.accounts.meanwhile(
        () -> {
          assertThat(expected).accepts(new Newcomer("u-1", ADA));
          assertThat(expected)
              .rejects(new Newcomer("u-1", "eve@example.com"), new Newcomer("eve", ADA));
        });
    assertThat(registry.register(ADA).status()).isEqualTo(201);
  }

  @Test
  void whoIsRegisteredAlready_orNotAtAll_isNot() {
    registry.user(ADA);
    assertThat(expected)
        .rejects(new Newcomer("u-1", ADA), new Newcomer("u-2", ADA), new Newcomer("", ""));
  }
}

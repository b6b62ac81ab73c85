package waybill.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.local.template.Role;
import waybill.local.template.Role.Statement;

/** Which of its rights a role has needed. */
class UsedRightsTest {
  private static final Statement SENDS =
      new Statement(
          true, List.of("sqs:SendMessage", "sqs:DeleteMessage"), List.of("arn:one", "arn:many-*"));
  private static final Statement NOT_THERE =
      new Statement(false, List.of("sqs:*"), List.of("arn:many-2"));

  private final Role role = new Role("Sender", List.of(SENDS, NOT_THERE));
  private final Policy policy = new Policy(role);

  @Test
  void aRightThatLetACallPass_isUsed_andNoneBesideIt() {
    assertThat(policy.allows(new Need("sqs:SendMessage", "arn:many-1"))).isTrue();

    assertThat(policy.used()).containsExactly(Right.of(role, "sqs:SendMessage", "arn:many-*"));
  }

  @Test
  void whatWasRefused_usedNothing() {
    assertThat(policy.allows(new Need("sqs:SendMessage", "arn:many-2"))).isFalse();
    assertThat(policy.allows(new Need("sqs:PurgeQueue", "arn:one"))).isFalse();

    assertThat(policy.used()).isEmpty();
  }

  @Test
  void aStream_isTheSameRight_howeverItIsCalled() {
    assertThat(Right.of(role, "dynamodb:GetRecords", "arn:table/T/stream/2026-01-01"))
        .isEqualTo(Right.of(role, "dynamodb:GetRecords", "arn:table/T/stream/2026-02-02"));
  }
}

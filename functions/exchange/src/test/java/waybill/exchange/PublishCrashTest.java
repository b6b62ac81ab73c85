package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static waybill.exchange.Outside.event;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import waybill.exchange.publish.GivenUp;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.MemoryQueue;
import waybill.kit.testing.RacedTable;

/** Accepted is accepted, whatever breaks behind it; and not accepted is not there at all. */
@BooksBalance
class PublishCrashTest {
  private static final Duration A_MINUTE = Duration.ofMinutes(1);

  private final Outside outside = new Outside();

  private boolean isRouted(String id) {
    return outside.entry(id).isRouted();
  }

  private void aMinutePasses() {
    outside.spine.clock.pass(A_MINUTE);
    outside.minute();
    outside.route();
  }

  @Test
  void whatWasAcceptedAndNeverPassedOn_goesOnWithinTheMinute() {
    outside.published.breaks();
    assertThat(outside.publish(event("e1", "p1")).status()).isEqualTo(202);
    outside.published.refuse(parcel -> false);

    aMinutePasses();

    assertThat(isRouted("parcels~p1~1")).isTrue();
  }

  @Test
  void whatTheQueueRefused_goesOnWithinTheMinute() {
    outside.published.refuse(parcel -> true);
    assertThat(outside.publish(event("e1", "p1")).status()).isEqualTo(202);
    outside.published.refuse(parcel -> false);

    aMinutePasses();

    assertThat(isRouted("parcels~p1~1")).isTrue();
  }

  @Test
  void aCopyThatIsLostToo_isFollowedByOneThatTheQueueTakes() {
    outside.publish(event("e1", "p1"));
    outside.published.purge();
    outside.spine.clock.pass(A_MINUTE);
    outside.minute();
    outside.published.purge();
    outside.spine.clock.pass(Duration.ofMinutes(6));

    outside.minute();
    outside.route();

    assertThat(isRouted("parcels~p1~1")).isTrue();
  }

  @Test
  void whatIsRouted_isNotSentAgain() {
    outside.publish(event("e1", "p1"));
    outside.route();
    outside.spine.clock.pass(Duration.ofDays(1));

    outside.minute();

    assertThat(outside.published.waiting()).isEmpty();
  }

  @Test
  void theMinuteOfHearing_leavesWhatIsUnrouted() {
    outside.publish(event("e1", "p1"));
    outside.published.purge();
    outside.spine.clock.pass(A_MINUTE);

    outside.spine.core().hearing(new MemoryQueue(), new MemoryQueue()).minute();
    outside.minute();

    assertThat(outside.published.waiting()).hasSize(1);
  }

  @Test
  void killedBeforeAnyCall_itIsAcceptedOnceAndRoutedOnce_whenAskedAgain() {
    for (int calls = 0; ; calls++) {
      String key = "p" + calls;
      outside.fuse.endAfter(calls);
      Throwable killed = catchThrowable(() -> outside.publish(event("e" + key, key)));
      outside.fuse.mend();
      if (killed == null) break;
      assertThat(killed).isInstanceOf(Killed.class);

      assertThat(outside.publish(event("e" + key, key)).text("/message_id"))
          .as("killed after %d calls", calls)
          .isEqualTo("parcels~" + key + "~1");
      aMinutePasses();
      assertThat(outside.messagesOf(key)).containsExactly("parcels~" + key + "~1");
      assertThat(isRouted("parcels~" + key + "~1")).isTrue();
      assertThat(calls).isLessThan(50);
    }
  }

  @Test
  void killedBetweenCommitAndQueue_withoutAnybodyAskingAgain_itIsRouted() {
    int routed = 0;
    for (int calls = 0; calls < 50; calls++) {
      String key = "p" + calls;
      outside.fuse.endAfter(calls);
      Throwable killed = catchThrowable(() -> outside.publish(event("e" + key, key)));
      outside.fuse.mend();
      if (killed == null) break;
      boolean accepted = !outside.messagesOf(key).isEmpty();
      aMinutePasses();
      if (accepted) assertThat(isRouted("parcels~" + key + "~1")).isTrue();
      if (accepted) routed++;
    }
    assertThat(routed).isPositive();
  }

  @Test
  void row6_twoAtOnceWithOneId_haveTheSameMessage() {
    var raced = new RacedTable(outside.spine.table);
    raced.by(
        () ->
            assertThat(outside.publish(event("e1", "p1")).text("/message_id"))
                .isEqualTo("parcels~p1~1"));
    outside.spine.exchangeSees(table -> raced);

    var loser = outside.publish(event("e1", "p1"));

    assertThat(loser.status()).isEqualTo(202);
    assertThat(loser.text("/message_id")).isEqualTo("parcels~p1~1");
    assertThat(outside.messagesOf("p1")).hasSize(1);
  }

  @Test
  void twoAtOnceAboutOneKey_haveASequenceEach() {
    var raced = new RacedTable(outside.spine.table);
    raced.by(
        () ->
            assertThat(outside.publish(event("e1", "p1")).text("/message_id"))
                .isEqualTo("parcels~p1~1"));
    outside.spine.exchangeSees(table -> raced);

    assertThat(outside.publish(event("e2", "p1")).text("/message_id")).isEqualTo("parcels~p1~2");

    outside.route();
    assertThat(isRouted("parcels~p1~1")).isTrue();
    assertThat(isRouted("parcels~p1~2")).isTrue();
  }

  @Test
  void acceptedWhileItsKeyIsBeingRouted_isRoutedToo() {
    outside.publish(event("e1", "p1"));
    var raced = new RacedTable(outside.spine.table);
    raced.by(() -> outside.publish(event("e2", "p1")));
    outside.spine.exchangeSees(table -> raced);

    outside.route();
    outside.route();

    assertThat(isRouted("parcels~p1~1")).isTrue();
    assertThat(isRouted("parcels~p1~2")).isTrue();
  }

  @Test
  void whatTheQueueGaveUp_isSaidInTheLog_andComesFromTheLedgerAgain() {
    outside.publish(Outside.event("e1", "p1"));
    var dead = Mail.event("arn:dead", Mail.takenFrom(outside.published));
    var givenUp = new GivenUp(outside.spine.ledger(), outside.spine.exchange().log());

    assertThat(Mail.failedOf(givenUp.take(dead))).isEmpty();
    assertThat(outside.spine.log()).contains("given up by its queue: it comes again");

    outside.published.forget();
    outside.spine.clock.pass(Duration.ofHours(1));
    outside.minute();
    outside.route();
    assertThat(outside.entry("parcels~p1~1").isRouted()).isTrue();
  }
}

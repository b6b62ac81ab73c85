package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.MemoryQueue;

@BooksBalance
class ResendTest {
  private final Spine spine = new Spine();

  private void allIsLostOnTheWay(int messages) {
    for (int said = 0; said < messages; said++) spine.commitChange("u1");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
  }

  private void minuteAfter(Duration time) {
    spine.clock.pass(time);
    spine.orders.in.forget();
    spine.minute();
  }

  /** In how many of these minutes a copy is sent that then is lost, too. */
  private List<Integer> minutesWithACopy(int minutes) {
    List<Integer> with = new ArrayList<>();
    for (int minute = 1; minute <= minutes; minute++) {
      minuteAfter(Duration.ofMinutes(1));
      if (!spine.orders.in.waiting().isEmpty()) with.add(minute);
      spine.orders.in.purge();
    }
    return with;
  }

  @Test
  void row25_whatHasNoReceipt_isSentAgain() {
    allIsLostOnTheWay(1);

    minuteAfter(Spine.RESEND_AFTER);

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void row63_beforeItIsDue_nothingIsSent() {
    allIsLostOnTheWay(1);

    minuteAfter(Spine.RESEND_AFTER.minusSeconds(1));

    assertThat(spine.orders.in.waiting()).isEmpty();
  }

  @Test
  void row63_ofEachKey_onlyTheLowestOpenOneIsSent() {
    allIsLostOnTheWay(3);

    minuteAfter(Spine.RESEND_AFTER);

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void row63_whileSomethingStandsInTheQueue_nothingIsSent() {
    allIsLostOnTheWay(1);
    spine.orders.in.send(List.of(new Parcel("g", "d", "an old one")));

    minuteAfter(Spine.RESEND_AFTER);

    assertThat(spine.orders.in.take()).hasSize(1);
  }

  @Test
  void row63_thePauseDoubles_upToAnHour() {
    allIsLostOnTheWay(1);

    assertThat(minutesWithACopy(280)).containsExactly(6, 18, 42, 90, 150, 210, 270);
  }

  @Test
  void row63_thePauseDoubles_alsoWhileTheMessageIsParked() {
    var id = spine.commit("u1");
    spine.journal.failAt(id.toString());
    spine.settle();

    List<Integer> with = new ArrayList<>();
    for (int minute = 1; minute <= 100; minute++) {
      minuteAfter(Duration.ofMinutes(1));
      if (!spine.orders.in.waiting().isEmpty()) with.add(minute);
      spine.settle();
    }

    assertThat(with).containsExactly(6, 18, 42, 90);
  }

  @Test
  void whatIsDone_isNeverSentAgain() {
    spine.commit("u1");
    spine.settle();

    assertThat(minutesWithACopy(200)).isEmpty();
  }

  @Test
  void row63_aMinute_sendsASubscriberSoManyAndNoMore() {
    for (int user = 0; user < 230; user++) spine.commitChange("u" + user);
    spine.relay();
    spine.route();
    spine.orders.in.purge();

    minuteAfter(Spine.RESEND_AFTER);

    assertThat(spine.orders.in.waiting()).hasSize(200);
  }

  @Test
  void oneSubscribersBacklog_holdsNoOther(@TempDir Path folder) {
    MemoryQueue audit = new MemoryQueue();
    spine.join("audit", audit);
    spine.exchangeKnows(
        Catalogs.copiedTo(folder).consuming("audit", "users.user-changed/1").catalog());
    allIsLostOnTheWay(1);
    audit.purge();
    audit.forget();
    spine.orders.in.send(List.of(new Parcel("g", "d", "an old one")));

    minuteAfter(Spine.RESEND_AFTER);

    assertThat(Spine.deliveriesIn(audit)).containsExactly("1 after 0");
  }

  /** The index of what is due shows the oldest only: what may not be sent yet steps aside. */
  @Test
  void row63_whatMayNotBeSentYet_hidesNothingThatMay() {
    allIsLostOnTheWay(3);
    spine.commitChange("u2");
    spine.relay();
    spine.route();
    spine.orders.in.purge();
    spine.orders.in.forget();
    spine.showsDue(2);

    spine.clock.pass(Spine.RESEND_AFTER);
    List<Parcel> copies = new ArrayList<>();
    for (int minute = 0; minute < 3; minute++) {
      spine.minute();
      copies.addAll(Mail.takenFrom(spine.orders.in));
    }

    assertThat(copies)
        .extracting(Parcel::group)
        .containsExactly(Parcel.groupOf("users", "u1"), Parcel.groupOf("users", "u2"));
  }

  @Test
  void row63_aBacklog_hidesNothingOfAnother(@TempDir Path folder) {
    MemoryQueue audit = new MemoryQueue();
    spine.join("audit", audit);
    for (int user = 0; user < 3; user++) spine.commitChange("u" + user);
    spine.relay();
    spine.route();
    spine.exchangeKnows(
        Catalogs.copiedTo(folder).consuming("audit", "users.user-changed/1").catalog());
    spine.commitChange("u4");
    spine.relay();
    spine.route();
    audit.purge();
    audit.forget();
    spine.showsDue(2);

    spine.clock.pass(Spine.RESEND_AFTER);
    for (int minute = 0; minute < 3; minute++) spine.minute();

    assertThat(Spine.deliveriesIn(audit)).containsExactly("1 after 0");
  }

  @Test
  void row14_whatAQueueRefused_comesOnceItTakesAgain() {
    spine.orders.in.refuse(parcel -> true);
    spine.commit("u1");
    spine.commitChange("u1");
    spine.settle();
    assertThat(spine.users.unsent()).isEmpty();

    spine.orders.in.refuse(parcel -> false);
    for (int round = 0; round < 2; round++) {
      spine.pass(Duration.ofHours(1));
      spine.settle();
    }

    assertThat(spine.heardOf("u1")).containsExactly(1L, 2L);
  }

  @Test
  void row14_aQueueThatRefuses_holdsNoOtherSubscriber(@TempDir Path folder) {
    MemoryQueue audit = new MemoryQueue();
    spine.join("audit", audit);
    spine.exchangeKnows(
        Catalogs.copiedTo(folder).consuming("audit", "users.user-changed/1").catalog());
    spine.orders.in.refuse(parcel -> true);

    spine.commitChange("u1");
    spine.settle();

    assertThat(Spine.deliveriesIn(audit)).containsExactly("1 after 0");
  }
}

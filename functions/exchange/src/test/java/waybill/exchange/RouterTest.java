package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.MessageId;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.RacedTable;

@BooksBalance
class RouterTest {
  private final Spine spine = new Spine();

  /** What the next commit about this user puts into the out queue. */
  private Parcel said(String user) {
    spine.commitChange(user);
    spine.relay();
    List<Parcel> parcels = Mail.takenFrom(spine.users.out);
    return parcels.get(parcels.size() - 1);
  }

  @Test
  void row10_aLaterOneThatComesFirst_waits() {
    said("u1");
    Parcel second = said("u1");

    spine.route(List.of(second));

    assertThat(spine.routedOf("u1")).isZero();
    assertThat(spine.orders.in.waiting()).isEmpty();
    assertThat(spine.users.in.waiting()).isEmpty();
  }

  @Test
  void row10_whatWaits_isRoutedRightBehindWhatItWaitedFor() {
    Parcel first = said("u1");
    Parcel second = said("u1");
    Parcel third = said("u1");
    spine.route(List.of(third));
    spine.route(List.of(second));

    spine.route(List.of(first));

    assertThat(Spine.deliveriesIn(spine.orders.in))
        .containsExactly("1 after 0", "2 after 1", "3 after 2");
    spine.users.hear();
    assertThat(spine.users.unsent()).isEmpty();
  }

  /** After a split, or with several readers of one shard, a key's images come by two ways. */
  @Test
  void row12_oneKeyByTwoWaysAtOnce_isRoutedInItsOrder() {
    List<Parcel> all = List.of(said("u1"), said("u1"), said("u1"), said("u1"));

    spine.route(List.of(all.get(1), all.get(3)));
    spine.route(List.of(all.get(0), all.get(2)));

    assertThat(Spine.deliveriesIn(spine.orders.in))
        .containsExactly("1 after 0", "2 after 1", "3 after 2", "4 after 3");
  }

  @Test
  void aKeyThatMovesOnWhileALaterOneIsKept_takesItAlong() {
    Parcel first = said("u1");
    Parcel second = said("u1");
    Parcel third = said("u1");
    Parcel fourth = said("u1");
    spine.route(List.of(first));
    spine.route(List.of(fourth));

    spine.exchangeSees(table -> new RacedTable(table).by(() -> spine.route(List.of(second))));
    spine.route(List.of(third));

    assertThat(spine.routedOf("u1")).isEqualTo(4);
  }

  @Test
  void whatExpiredInTheLedger_isNotVouchedFor() {
    Parcel only = said("u1");
    spine.route(List.of(only));
    spine.users.in.purge();
    spine.forgetEntry(new MessageId("users", "u1", 1));

    spine.route(List.of(only));
    spine.users.hear();

    assertThat(spine.users.unsent()).hasSize(1);
  }

  @Test
  void aKeyThatWaits_holdsNoOther() {
    said("u1");
    spine.route(List.of(said("u1")));

    spine.route(List.of(said("u2")));

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void aLateCopy_isReportedAgain() {
    Parcel only = said("u1");
    spine.route(List.of(only));
    spine.users.in.purge();

    spine.route(List.of(only));
    spine.users.hear();

    assertThat(spine.users.unsent()).isEmpty();
  }

  @Test
  void aLateCopy_opensTheWayForWhatWaitsBehindIt() {
    Parcel first = said("u1");
    Parcel second = said("u1");
    spine.route(List.of(second));
    spine.fuse.endAfter(callsToRoute("u9"));
    try {
      spine.take("users", List.of(first));
    } catch (Killed e) {
      spine.fuse.mend();
    }
    assertThat(spine.routedOf("u1")).isEqualTo(1);

    spine.route(List.of(first));

    assertThat(spine.routedOf("u1")).isEqualTo(2);
  }

  /** Up to the head's write, and not the sending behind it. */
  private int callsToRoute(String another) {
    spine.fuse.mend();
    spine.route(List.of(said(another)));
    int sends = 2;
    return spine.fuse.calls() - sends;
  }

  @Test
  void aLateCopy_isDeliveredAgainWhereItIsOpen() {
    Parcel only = said("u1");
    spine.route(List.of(only));
    spine.orders.in.purge();
    spine.orders.in.forget();

    spine.route(List.of(only));

    assertThat(Spine.deliveriesIn(spine.orders.in)).containsExactly("1 after 0");
  }

  @Test
  void aLateCopy_isNotDeliveredAgainWhereItIsDone() {
    Parcel only = said("u1");
    spine.route(List.of(only));
    spine.settle();
    spine.orders.in.forget();

    spine.route(List.of(only));

    assertThat(spine.orders.in.waiting()).isEmpty();
  }

  @Test
  void row61_theSameIdentityWithOtherWords_isNeitherRoutedNorReported() {
    Parcel said = said("u1");
    spine.route(List.of(said));
    spine.settle();
    spine.orders.in.forget();

    spine.route(List.of(inOtherWords(said)));

    assertThat(spine.orders.in.waiting()).isEmpty();
    assertThat(spine.users.in.waiting()).isEmpty();
    assertThat(spine.log()).contains("conflict");
  }

  @Test
  void row61_whatWaitedFirst_isRoutedAndNotWhatCameInItsName() {
    Parcel first = said("u1");
    Parcel second = said("u1");
    spine.route(List.of(second));
    spine.route(List.of(inOtherWords(second)));

    spine.route(List.of(first));
    spine.users.hear();

    assertThat(spine.users.unsent()).isEmpty();
    assertThat(spine.routedOf("u1")).isEqualTo(2);
  }

  private static Parcel inOtherWords(Parcel parcel) {
    return new Parcel(parcel.group(), "other", parcel.body().replace("Ada", "Eve"));
  }
}

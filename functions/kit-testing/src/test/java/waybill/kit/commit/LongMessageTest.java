package waybill.kit.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static waybill.contracts.catalog.CatalogContracts.VERSION_REGISTERED;
import static waybill.kit.commit.Commit.commit;
import static waybill.kit.commit.Toy.ORIGIN;
import static waybill.kit.commit.Toy.USER;
import static waybill.kit.commit.Toy.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.contracts.Message;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.users.User;
import waybill.kit.Limits;
import waybill.kit.Service;
import waybill.kit.blob.BlobName;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.BooksBalance;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
import waybill.kit.testing.MemoryBlobs;
import waybill.kit.testing.MemoryTable;
import waybill.kit.testing.RacedTable;

/** What is too long to travel is said like anything else. */
@BooksBalance
class LongMessageTest {
  private static final int SQS_BYTES_MAX = 1024 * 1024;

  private final MemoryTable table = new MemoryTable();
  private final MemoryBlobs blobs = new MemoryBlobs();
  private final Service service = Given.service("users", table, blobs, new HandClock());

  @Test
  void row17_aMessageOverOneMebibyte_travelsAsItsClaim() {
    write(saying("u1", large(1_200)));

    Message sent = Message.parse(unsent("u1").text());
    assertThat(Parcel.of(unsent("u1")).body().length()).isLessThan(1_000);
    assertThat(sent.data().isMissingNode()).isTrue();
    assertThat(service.claims().redeem(sent).data()).isEqualTo(Json.tree(large(1_200)));
  }

  @Test
  void row17_aFullBatchOfTheLongestThatTravelWhole_isOneRequest() {
    assertThat(Limits.BATCH_ENTRIES_MAX * Limits.MESSAGE_BYTES_MAX).isLessThan(SQS_BYTES_MAX);

    write(saying("u1", large(55)));

    assertThat(Message.parse(unsent("u1").text()).data()).isEqualTo(Json.tree(large(55)));
    assertThat(blobs.paths()).isEmpty();
  }

  @Test
  void row5_longDocuments_leaveRoomInTheOutbox() {
    for (int said = 0; said < 20; said++) write(saying("u1", large(100)));

    assertThat(item("u1").unsentBytes()).isLessThan(20_000);
    assertThat(blobs.paths()).hasSize(20);
  }

  @Test
  void row5_aMessageOverTheLimit_isRefusedByNameBeforeAnythingIsWritten() {
    int tooMuch = Limits.LONG_MESSAGE_BYTES_MAX / 1024;

    assertThatThrownBy(
            () -> write(saying("u1", large(100)).saying(VERSION_REGISTERED, large(tooMuch))))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("users~u1~2")
        .hasMessageContaining(String.valueOf(Limits.LONG_MESSAGE_BYTES_MAX));

    assertThat(blobs.paths()).isEmpty();
    assertThat(table.items()).isEmpty();
  }

  @Test
  void row5_aTextThatNobodyCouldRead_isRefusedBeforeAnythingIsWritten() {
    String wide = "x".repeat(Json.STRING_CHARS_MAX + 1);
    Message message = Message.parse(whole().toJson()).withData(Json.object().put("wide", wide));

    assertThatThrownBy(() -> service.claims().leave(message))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(blobs.paths()).isEmpty();
  }

  @Test
  void row5_aCommitOfTooManyItems_isRefusedBeforeAnythingIsWritten() {
    Commit many = commit(saying("u0", large(100)));
    for (int item = 1; item <= Limits.COMMIT_ITEMS_MAX; item++)
      many = many.and(service.rows().at(USER, "u" + item).put(user("u" + item)));
    Commit tooMany = many;

    assertThatThrownBy(() -> write(tooMany)).isInstanceOf(IllegalArgumentException.class);
    assertThat(blobs.paths()).isEmpty();
  }

  @Test
  void row5_theDocument_isThereBeforeTheCommit() {
    List<Integer> keptAtCommit = new ArrayList<>();
    Table watched = new RacedTable(table).by(() -> keptAtCommit.add(blobs.paths().size()));

    prepare(commit(saying("u1", large(100)))).writeTo(watched, "c");

    assertThat(keptAtCommit).containsExactly(1);
  }

  @Test
  void row5_aCrashBetweenDocumentAndCommit_saysNothing_andTheNextTrySaysItOnce() {
    Table crashing =
        new RacedTable(table)
            .by(
                () -> {
                  throw new IllegalStateException("crashed");
                });
    assertThatThrownBy(() -> prepare(commit(saying("u1", large(100)))).writeTo(crashing, "c1"))
        .hasMessage("crashed");
    assertThat(table.items()).isEmpty();
    assertThat(blobs.paths()).hasSize(1);

    write(saying("u1", large(100)));

    assertThat(blobs.paths()).hasSize(1);
    assertThat(unsent("u1").id()).isEqualTo("users~u1~1");
  }

  @Test
  void row5_aCommitThatFails_leavesItsDocumentBesideTheOneThatWasSaid() {
    Prepared slow = prepare(commit(saying("u1", large(100))));
    write(saying("u1", large(101)));

    assertThat(slow.writeTo(table, "slow")).isFalse();

    assertThat(blobs.paths()).hasSize(2);
    assertThat(nameOfUnsent("u1").path()).isIn(blobs.paths());
    assertThat(service.claims().redeem(Message.parse(unsent("u1").text())).data())
        .isEqualTo(Json.tree(large(101)));
  }

  @Test
  void whereDocumentsAreAway_nothingIsCommitted() {
    blobs.away(true);

    assertThatThrownBy(() -> write(saying("u1", large(100)))).isInstanceOf(Unavailable.class);
    assertThat(table.items()).isEmpty();
  }

  @Test
  void whatFitsAMessage_needsNoDocuments() {
    blobs.away(true);

    write(saying("u1", large(10)));

    assertThat(table.items()).hasSize(1);
  }

  /** A document of about so many kilobytes. */
  private static VersionRegistered large(int kilobytes) {
    ObjectNode schema = Json.object();
    for (int at = 0; at < kilobytes; at++) schema.put("x" + at, "x".repeat(1_024));
    return new VersionRegistered("a.b", 1, "0".repeat(64), schema, null, null, null, Instant.EPOCH);
  }

  private Draft<User> saying(String id, VersionRegistered data) {
    return service.rows().at(USER, id).put(user(id)).saying(VERSION_REGISTERED, data);
  }

  private Message whole() {
    write(saying("whole", large(1)));
    return Message.parse(unsent("whole").text());
  }

  private void write(Draft<?> draft) {
    write(commit(draft));
  }

  private void write(Commit commit) {
    assertThat(prepare(commit).writeTo(table, service.ids().next())).isTrue();
  }

  private Prepared prepare(Commit commit) {
    return service.clerk().prepare(commit, ORIGIN);
  }

  private BlobName nameOfUnsent(String id) {
    return BlobName.ofDataref(Objects.requireNonNull(Message.parse(unsent(id).text()).dataref()));
  }

  private Unsent unsent(String id) {
    List<Unsent> outbox = item(id).outbox();
    return outbox.get(outbox.size() - 1);
  }

  private Item item(String id) {
    return table.read(Key.ofEntity(id)).orElseThrow();
  }
}

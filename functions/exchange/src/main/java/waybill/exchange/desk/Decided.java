package waybill.exchange.desk;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.MessageId;
import waybill.kit.commit.Change;
import waybill.kit.problem.Refusal;

/**
 * What is ordered about which message and what is to be written for it, or why nothing is.
 *
 * @param atExchange the exchange itself has the message, and not the subscriber
 * @param digests null unless it is edited
 */
record Decided(
    MessageId about,
    boolean atExchange,
    List<Change> changes,
    @Nullable Digests digests,
    @Nullable Refusal refused) {

  /** Of the message as it is delivered: as it was said, and as it is edited. */
  record Digests(String before, String after) {}

  static Decided here(MessageId about, List<Change> changes) {
    return new Decided(about, true, changes, null, null);
  }

  static Decided there(MessageId about, List<Change> changes) {
    return new Decided(about, false, changes, null, null);
  }

  static Decided not(MessageId about, Refusal because) {
    return new Decided(about, false, List.of(), null, because);
  }

  Decided with(@Nullable Digests edited) {
    return new Decided(about, atExchange, changes, edited, refused);
  }

  Optional<Refusal> refusal() {
    return Optional.ofNullable(refused);
  }
}

package waybill.contracts.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of messages, in the words of a subscriber without an inbox of ours. */
public record TellReceipts(List<Told> receipts) {

  /** Its word on one of them. */
  public record Told(
      String messageId,
      Word outcome,
      @Nullable String reason,
      @Nullable String lease,
      @Nullable Integer afterSeconds) {}

  /** What it may say. */
  public enum Word {
    HANDLED,
    REFUSED,
    RETRY
  }
}

package waybill.contracts.exchange;

import java.util.List;

/** What was made of each receipt. */
public record ToldReceipts(List<Noted> receipts) {

  /** What was made of one. */
  public record Noted(String messageId, Result result) {}

  /** Whether it counts. */
  public enum Result {
    NOTED,
    UNKNOWN,
    STALE
  }
}

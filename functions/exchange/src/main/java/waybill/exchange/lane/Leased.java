package waybill.exchange.lane;

import java.time.Instant;
import java.util.List;

/** What was handed out of one lane, in order, and until when the holder's word counts. */
public record Leased(String lease, Instant until, int attempts, List<Open> messages) {

  public Leased {
    messages = List.copyOf(messages);
  }
}

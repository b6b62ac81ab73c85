package waybill.exchange.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Pull;
import waybill.contracts.exchange.Pulled;
import waybill.contracts.exchange.Pulled.Lent;
import waybill.exchange.lane.Lanes;
import waybill.exchange.lane.Leased;
import waybill.exchange.lane.Open;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.subscribe.Subscription;
import waybill.kit.Service;
import waybill.kit.commit.Item;
import waybill.kit.commit.Pause;
import waybill.kit.inbox.Backoff;

/** Hands out what is open, key by key, those first that waited longest. */
public final class Pulling {
  private static final int MAX_DEFAULT = 10;
  private static final Duration LEASE_DEFAULT = Duration.ofSeconds(30);

  private final Lanes lanes;
  private final Clock clock;
  private final Pause pause;

  public Pulling(Service exchange, Lanes lanes) {
    this.lanes = lanes;
    this.clock = exchange.clock();
    this.pause = exchange.pause();
  }

  Pulled pull(Subscription by, Pull asked) {
    int most = asked.max() == null ? MAX_DEFAULT : asked.max();
    Duration lease = asked.lease() == null ? LEASE_DEFAULT : Duration.ofSeconds(asked.lease());
    Instant until =
        clock.instant().plusSeconds(asked.waitSeconds() == null ? 0 : asked.waitSeconds());
    List<Lent> lent = take(by, most, lease);
    for (int looks = 1; lent.isEmpty() && clock.instant().isBefore(until); looks++) {
      pause.after(looks);
      lent = take(by, most, lease);
    }
    return new Pulled(lent);
  }

  private List<Lent> take(Subscription by, int most, Duration lease) {
    List<Lent> lent = new ArrayList<>();
    for (Item lane : lanes.ready(by.id(), most)) {
      if (lent.size() >= most) break;
      MessageId any = Delivery.idOf(lane.key().partition(), 1);
      lanes
          .take(by, any.source(), any.key(), most - lent.size(), lease, Backoff::afterAttempts)
          .ifPresent(leased -> add(leased, lent));
    }
    return lent;
  }

  private static void add(Leased leased, List<Lent> lent) {
    for (Open open : leased.messages())
      lent.add(
          new Lent(
              leased.lease(),
              leased.until(),
              leased.attempts(),
              Json.parse(open.message().toJson())));
  }
}

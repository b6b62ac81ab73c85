package waybill.exchange.pull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.Pull;
import waybill.contracts.exchange.Pulled;
import waybill.contracts.exchange.Pulled.Lent;
import waybill.exchange.lane.Lanes;
import waybill.exchange.lane.Leased;
import waybill.exchange.lane.Open;
import waybill.exchange.lane.Share;
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

  /** An answer has its limit; the rest comes with the next one. */
  private static final long ANSWERED_CHARS = 512 * 1024;

  /** The list lags behind: some of what it shows first may be in other hands already. */
  private static final int LOOKED_AT = 100;

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
    Share left = Share.of(most, ANSWERED_CHARS);
    for (Item lane : lanes.ready(by.id(), LOOKED_AT)) {
      if (left.isUsedUp()) break;
      MessageId any = Delivery.idOf(lane.key().partition(), 1);
      Optional<Leased> leased =
          lanes.take(by, any.source(), any.key(), left, lease, Backoff::afterAttempts);
      if (leased.isPresent()) left = add(leased.get(), lent, left);
    }
    return lent;
  }

  private static Share add(Leased leased, List<Lent> lent, Share share) {
    Share left = share;
    for (Open open : leased.messages()) {
      left = left.without(open.length());
      lent.add(
          new Lent(
              leased.lease(),
              leased.until(),
              leased.attempts(),
              Json.parse(open.message().toJson())));
    }
    return left;
  }
}

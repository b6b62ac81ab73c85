package waybill.exchange.call;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import waybill.exchange.subscribe.Hindrance;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Subscriptions;
import waybill.exchange.webhook.Reply;
import waybill.exchange.webhook.Resting;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Key;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;
import waybill.kit.log.Log;

/** Keeps how an endpoint is doing, over all of its keys; one that is through is disabled. */
final class Endpoint {
  private final Table table;
  private final Ids ids;
  private final Clock clock;
  private final Decisions decisions;
  private final Subscriptions subscriptions;
  private final Log log;

  Endpoint(Service exchange, Subscriptions subscriptions) {
    this.table = exchange.table();
    this.ids = exchange.ids();
    this.clock = exchange.clock();
    this.decisions = exchange.decisions();
    this.subscriptions = subscriptions;
    this.log = exchange.log();
  }

  /** What is called may have been put again since: then it begins anew. */
  record Doc(Resting resting, String address) {}

  Resting of(Subscription webhook) {
    Doc doc = cell(webhook).value();
    return doc == null || !doc.address().equals(webhook.address()) || !doc.resting().isEnabled()
        ? Resting.NOT
        : doc.resting();
  }

  private Cell<Doc> cell(Subscription webhook) {
    return Cell.read(table, new Key("endpoint~" + webhook.id(), "endpoint"), Doc.class);
  }

  /** Written only where something has changed: an endpoint that is well costs nothing. */
  void replied(Subscription webhook, Reply reply) {
    decisions.untilWritten(
        () -> {
          Cell<Doc> at = cell(webhook);
          Resting before = of(webhook);
          Resting after = before.after(reply, clock.instant());
          if (!after.isEnabled()) disable(webhook, String.valueOf(after.disabled()));
          if (after.equals(before)) return Optional.of(true);
          Doc doc = new Doc(after, String.valueOf(webhook.address()));
          Instant expires = null;
          return Prepared.of(at.put(doc, null, expires)).writeTo(table, ids.next())
              ? Optional.of(true)
              : Optional.empty();
        });
  }

  private void disable(Subscription webhook, String why) {
    log.warn("a webhook is disabled", "subscription", webhook.name(), "reason", why);
    subscriptions
        .find(webhook.name())
        .filter(one -> one.id().equals(webhook.id()) && !one.isHindered())
        .ifPresent(
            one -> subscriptions.put(one.hindered(new Hindrance(why, clock.instant(), true))));
  }
}

package waybill.exchange.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Json;
import waybill.contracts.MessageId;
import waybill.contracts.exchange.ParkedList;
import waybill.contracts.exchange.ParkedList.HeldBy;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Failure;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Untranslatable;
import waybill.kit.commit.Page;

/** Shows what is parked as somebody sees it who has to decide about it. */
final class Showing {
  /** A page of them fits into an answer; what is longer is shown as it was sent, by reference. */
  private static final int SHOWN_CHARS_MAX = 100_000;

  private final ParkedKeys keys;
  private final Forms forms;

  Showing(ParkedKeys keys, Forms forms) {
    this.keys = keys;
    this.forms = forms;
  }

  ParkedList of(Subscription of, Page<ParkedKey> page) {
    Map<Failure, List<ParkedList.Parked>> groups = new LinkedHashMap<>();
    for (ParkedKey one : page.items())
      groups.computeIfAbsent(one.failure(), failure -> new ArrayList<>()).add(shown(of, one));
    List<ParkedList.Group> shown = new ArrayList<>();
    groups.forEach(
        (failure, items) ->
            shown.add(new ParkedList.Group(failure.group(), failure.words(), items)));
    return new ParkedList(shown, page.cursor());
  }

  private ParkedList.Parked shown(Subscription of, ParkedKey one) {
    Delivery delivery = one.delivery();
    MessageId awaited = one.awaited();
    return new ParkedList.Parked(
        one.id().toString(),
        message(of, one),
        delivery.reason(),
        delivery.attempts(),
        since(delivery),
        of.way() == Way.MEMBER && !delivery.isInOurHands() ? HeldBy.SUBSCRIBER : HeldBy.EXCHANGE,
        keys.followers(of, one.id()),
        delivery.edited() != null,
        awaited == null ? null : awaited.toString());
  }

  private static Instant since(Delivery delivery) {
    Instant parked = delivery.parked();
    return parked == null ? delivery.at() : parked;
  }

  /** As the subscriber gets it; where that can't be made, as it was said. */
  private @Nullable JsonNode message(Subscription of, ParkedKey one) {
    Entry entry = one.entry();
    if (entry == null) return null;
    try {
      String form = forms.of(of, Arrival.of(entry), entry.subscribers(), one.delivery()).toJson();
      return Json.parse(form.length() > SHOWN_CHARS_MAX ? entry.text() : form);
    } catch (Untranslatable e) {
      return Json.parse(entry.text());
    }
  }
}

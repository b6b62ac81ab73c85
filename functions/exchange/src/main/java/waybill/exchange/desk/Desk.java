package waybill.exchange.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.MessageId;
import waybill.contracts.Violation;
import waybill.contracts.exchange.DeskOrder.Order;
import waybill.exchange.ledger.Arrival;
import waybill.exchange.ledger.Delivery;
import waybill.exchange.ledger.Edit;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Ledger;
import waybill.exchange.subscribe.Subscription;
import waybill.exchange.subscribe.Way;
import waybill.exchange.translate.Forms;
import waybill.exchange.translate.Untranslatable;
import waybill.kit.Service;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** Takes what somebody wants done about a parked key, and decides what is to be written for it. */
public final class Desk {
  /** What an inbox says where the message before is no longer here. */
  private static final String EXPIRED = "expired: ";

  private final Service exchange;
  private final Forms forms;
  private final ParkedKeys parked;
  private final Holder atMember;
  private final Holder atExchange;
  private final Holder inLane;

  public Desk(Service exchange, Ledger ledger, Forms forms, Duration resendAfter) {
    this.exchange = exchange;
    this.forms = forms;
    this.parked = new ParkedKeys(ledger);
    this.atMember = new AtMember(exchange, resendAfter);
    this.atExchange = new AtExchange(exchange, ledger, forms, resendAfter);
    this.inLane = new InLane(exchange, ledger, forms);
  }

  ParkedKeys parked() {
    return parked;
  }

  Showing showing() {
    return new Showing(parked, forms);
  }

  Decided decide(Subscription of, Wish wish) {
    ParkedKey key = parked.look(of, wish.about());
    if (isMissing(of, wish, key)) return Decided.there(wish.about(), List.of());
    Optional<Refusal> refusal = refusal(of, wish, key);
    if (refusal.isPresent()) return Decided.not(wish.about(), refusal.get());
    if (wish.order() == Order.SKIP && waitsForTheExpired(of, key))
      return Decided.there(parked.expiredBefore(of, key).orElseThrow(), List.of());
    Delivery next = next(of, wish, key);
    return holder(of, key).take(of, wish, key, next).with(digests(of, wish, key, next));
  }

  /** What an inbox waits for in vain may be skipped by its own name. */
  private boolean isMissing(Subscription of, Wish wish, ParkedKey key) {
    if (of.way() != Way.MEMBER || wish.order() != Order.SKIP || key.isParked()) return false;
    return parked
        .behind(of, wish.about())
        .filter(first -> waitsForTheExpired(of, first))
        .flatMap(first -> parked.expiredBefore(of, first))
        .filter(wish.about()::equals)
        .isPresent();
  }

  private boolean waitsForTheExpired(Subscription of, ParkedKey key) {
    String reason = key.delivery().reason();
    return of.way() == Way.MEMBER
        && reason != null
        && reason.startsWith(EXPIRED)
        && parked.expiredBefore(of, key).isPresent();
  }

  private Optional<Refusal> refusal(Subscription of, Wish wish, ParkedKey key) {
    Delivery delivery = key.at().value();
    if (delivery == null)
      return Optional.of(Problem.NOT_FOUND.because("no such message was routed there"));
    if (!key.isParked()) return Optional.of(DeskProblem.NOT_PARKED.because(state(delivery)));
    MessageId before = key.before();
    if (before != null) return Optional.of(DeskProblem.NOT_THE_FIRST.because(before.toString()));
    Entry entry = key.entry();
    if (entry == null && wish.order() != Order.SKIP)
      return Optional.of(DeskProblem.MESSAGE_GONE.because("it is no longer in the ledger"));
    return wish.order() == Order.EDIT && entry != null
        ? notEdited(of, wish, entry, delivery)
        : Optional.empty();
  }

  private static String state(Delivery delivery) {
    return "it is " + delivery.state().name().toLowerCase(Locale.ROOT);
  }

  private Optional<Refusal> notEdited(Subscription of, Wish wish, Entry entry, Delivery delivery) {
    if (entry.wasErased()) return Optional.of(DeskProblem.MESSAGE_GONE.because("it was erased"));
    if (delivery.isWithoutBody())
      return Optional.of(DeskProblem.ALREADY_SKIPPED.because(String.valueOf(delivery.reason())));
    ContractId taken = taken(of, entry);
    List<Violation> violations = exchange.catalog().check(taken, data(wish));
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(Refusal.violates(taken, violations.stream().map(Desk::inRequest).toList()));
  }

  /** The document is a part of what was sent here. */
  private static Violation inRequest(Violation violation) {
    return new Violation("/data" + violation.pointer(), violation.rule(), violation.says());
  }

  /** As the subscriber takes it, and so as it has it. */
  private static ContractId taken(Subscription of, Entry entry) {
    ContractId said = Arrival.of(entry).message().contract();
    return of.versionsOf(said).stream().findFirst().orElse(said);
  }

  private static JsonNode data(Wish wish) {
    JsonNode data = wish.data();
    if (data == null) throw new IllegalArgumentException("an edit has data");
    return data;
  }

  private static Delivery next(Subscription of, Wish wish, ParkedKey key) {
    Entry entry = key.entry();
    if (wish.order() != Order.EDIT || entry == null) return key.delivery();
    return key.delivery().edited(new Edit(taken(of, entry), data(wish)));
  }

  /** A member knows the way past what the ledger has lost. */
  private Holder holder(Subscription of, ParkedKey key) {
    if (of.way().hasLanes()) return inLane;
    boolean there = of.way() == Way.MEMBER && !key.delivery().isInOurHands();
    return there || (of.way() == Way.MEMBER && key.entry() == null) ? atMember : atExchange;
  }

  private Decided.@Nullable Digests digests(
      Subscription of, Wish wish, ParkedKey key, Delivery next) {
    Entry entry = key.entry();
    if (wish.order() != Order.EDIT || entry == null) return null;
    return new Decided.Digests(digest(of, entry, null), digest(of, entry, next));
  }

  /** The same digests as an inbox of ours tells: of the message at the version that is taken. */
  private String digest(Subscription of, Entry entry, @Nullable Delivery delivery) {
    try {
      return forms.of(of, Arrival.of(entry), entry.subscribers(), delivery).digest();
    } catch (Untranslatable e) {
      return entry.digest();
    }
  }
}

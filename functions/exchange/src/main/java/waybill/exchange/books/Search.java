package waybill.exchange.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.MessageId;
import waybill.contracts.UnknownContract;
import waybill.contracts.exchange.ListMessages;
import waybill.exchange.ledger.Entry;
import waybill.exchange.ledger.Head;
import waybill.exchange.ledger.Ledger;
import waybill.kit.commit.BadCursor;
import waybill.kit.commit.Item;
import waybill.kit.commit.Page;
import waybill.kit.commit.Place;

/** Finds messages by what they were said under, about, or with, newest first. */
final class Search {
  /** A page ends after so many looks, full or not. */
  private static final int LOOKS_MAX = 300;

  private final Ledger ledger;
  private final Catalog catalog;

  Search(Ledger ledger, Catalog catalog) {
    this.ledger = ledger;
    this.catalog = catalog;
  }

  Page<Found> page(ListMessages asked, int limit, Predicate<Found> sees) {
    Predicate<Found> wanted = sees.and(found -> isWithin(asked, found.message().time()));
    String contract = asked.contract();
    String key = asked.key();
    if (asked.correlation() != null) wanted = wanted.and(found -> isOf(contract, key, found));
    else if (contract != null && key != null)
      return aboutKey(contract, key, asked.cursor(), limit, wanted);
    return indexed(asked, limit, wanted);
  }

  private static boolean isOf(@Nullable String contract, @Nullable String key, Found found) {
    return (contract == null || found.message().contract().name().equals(contract))
        && (key == null || found.message().id().key().equals(key));
  }

  private static boolean isWithin(ListMessages asked, Instant time) {
    Instant from = asked.from();
    Instant to = asked.to();
    return (from == null || !time.isBefore(from)) && (to == null || !time.isAfter(to));
  }

  /** What is left out counts as a look, so that nobody waits for a page for ever. */
  private Page<Found> indexed(ListMessages asked, int limit, Predicate<Found> wanted) {
    List<Found> found = new ArrayList<>();
    String cursor = asked.cursor();
    int looks = 0;
    do {
      Page<Item> page = read(asked, cursor, limit - found.size());
      for (Item item : page.items()) Found.in(item).filter(wanted).ifPresent(found::add);
      cursor = isBefore(asked.from(), page.items()) ? null : page.cursor();
      looks += limit;
    } while (cursor != null && found.size() < limit && looks < LOOKS_MAX);
    return new Page<>(found, cursor);
  }

  private Page<Item> read(ListMessages asked, @Nullable String cursor, int limit) {
    String correlation = asked.correlation();
    if (correlation != null) return ledger.related(correlation, cursor, limit);
    return ledger.list(String.valueOf(asked.contract()), prefix(asked), cursor, limit);
  }

  /** What all places between the two times have in common. */
  private static String prefix(ListMessages asked) {
    Instant from = asked.from();
    Instant to = asked.to();
    if (from == null || to == null) return "";
    String first = Place.atTime(from);
    String last = Place.atTime(to);
    int same = 0;
    while (same < first.length() && first.charAt(same) == last.charAt(same)) same++;
    return first.substring(0, same);
  }

  private static boolean isBefore(@Nullable Instant from, List<Item> page) {
    if (from == null || page.isEmpty()) return false;
    return Found.in(page.get(page.size() - 1))
        .filter(last -> last.message().time().isBefore(from))
        .isPresent();
  }

  /** Ids count up, so no index is needed: from each sender's last one down. */
  private Page<Found> aboutKey(
      String contract, String key, @Nullable String cursor, int limit, Predicate<Found> wanted) {
    List<String> senders = senders(contract);
    KeyCursor at = KeyCursor.read(cursor);
    List<Found> found = new ArrayList<>();
    int looks = 0;
    for (int sender = at.sender(); sender < senders.size(); sender++) {
      String source = senders.get(sender);
      long last = Head.of(ledger.head(source, key)).routed();
      if (sender == at.sender()) last = Math.min(last, at.below() - 1);
      for (long n = last; n >= 1; n--) {
        if (found.size() == limit || looks++ == LOOKS_MAX)
          return new Page<>(found, new KeyCursor(sender, n + 1).toString());
        Entry entry = ledger.entry(new MessageId(source, key, n)).value();
        if (entry != null)
          Found.of(entry)
              .filter(one -> one.message().contract().name().equals(contract))
              .filter(wanted)
              .ifPresent(found::add);
      }
    }
    return new Page<>(found, null);
  }

  private List<String> senders(String contract) {
    try {
      return catalog.definition(contract).senders();
    } catch (UnknownContract e) {
      return List.of();
    }
  }

  /** Everything of the earlier senders, and of this one what is not below, has been shown. */
  private record KeyCursor(int sender, long below) {
    static KeyCursor read(@Nullable String cursor) {
      if (cursor == null) return new KeyCursor(0, Long.MAX_VALUE);
      if (!cursor.matches("[0-9]{1,4}\\.[0-9]{1,10}")) throw new BadCursor();
      String[] parts = cursor.split("\\.", 2);
      return new KeyCursor(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
    }

    @Override
    public String toString() {
      return sender + "." + below;
    }
  }
}

package waybill.catalog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.ContractList;
import waybill.contracts.catalog.ContractSummary;
import waybill.contracts.catalog.ListContracts;
import waybill.kit.commit.BadCursor;
import waybill.kit.commit.Hash;
import waybill.kit.commit.Page;
import waybill.kit.commit.Rows;
import waybill.kit.http.Request;

/** The list of all contracts by name, those of the deployment among the registered ones. */
final class Browsing {
  /** So many are looked at for one page; what is sought may be further on, behind the cursor. */
  static final int SEARCHED_MAX = 500;

  private final BuiltInContracts builtIn;
  private final Rows rows;

  Browsing(BuiltInContracts builtIn, Rows rows) {
    this.builtIn = builtIn;
    this.rows = rows;
  }

  ContractList page(ListContracts asked) {
    Position start = Position.read(asked);
    int limit = Request.pageSize(asked.limit());
    int searched = Position.isFiltered(asked) ? SEARCHED_MAX : limit;
    Page<Defined> registered =
        start.isExhausted() ? new Page<>(List.of(), null) : registered(asked, start, searched);
    return new Merging(asked, start, limit, registered).page();
  }

  /** An owner's contracts stand together in the list. */
  private Page<Defined> registered(ListContracts asked, Position start, int limit) {
    String part = asked.owner() == null ? "" : Alphabet.beginning(asked.owner() + ".");
    return rows.list(Defined.CONTRACT, Defined.ALL, part, start.cursor(), limit);
  }

  /** One page in the making: both sources, as far as both are known. */
  private final class Merging {
    private final ListContracts asked;
    private final Position start;
    private final int limit;
    private final Page<Defined> registered;
    private final NavigableMap<String, ContractSummary> names = new TreeMap<>();

    Merging(ListContracts asked, Position start, int limit, Page<Defined> registered) {
      this.asked = asked;
      this.start = start;
      this.limit = limit;
      this.registered = registered;
      registered.items().forEach(one -> names.put(one.name(), one.summary(false)));
      builtIn.after(start.name()).forEach(one -> names.put(one.name(), one.summary(true)));
    }

    ContractList page() {
      List<ContractSummary> found = new ArrayList<>();
      String last = start.name();
      for (ContractSummary one : known().values()) {
        if (found.size() == limit) return new ContractList(found, cursorBehind(last));
        if (matches(one, asked)) found.add(one);
        last = one.name();
      }
      return new ContractList(found, registered.cursor() == null ? null : cursorBehind(last));
    }

    /** Behind the last registered one that was read, others may come first. */
    private NavigableMap<String, ContractSummary> known() {
      List<Defined> items = registered.items();
      if (registered.cursor() == null || items.isEmpty()) return names.tailMap(start.name(), false);
      String end = items.get(items.size() - 1).name();
      return end.compareTo(start.name()) <= 0
          ? new TreeMap<>()
          : names.subMap(start.name(), false, end, true);
    }

    private String cursorBehind(String last) {
      int used =
          (int) registered.items().stream().filter(one -> one.name().compareTo(last) <= 0).count();
      String cursor =
          used == registered.items().size()
              ? registered.cursor()
              : used == 0 ? start.cursor() : registered(asked, start, used).cursor();
      boolean exhausted = cursor == null && used == registered.items().size();
      return new Position(last, cursor, exhausted).write(asked);
    }
  }

  private static boolean matches(ContractSummary one, ListContracts asked) {
    return (asked.owner() == null || asked.owner().equals(one.owner()))
        && (asked.kind() == null || asked.kind() == one.kind())
        && (asked.text() == null || speaksOf(one, asked.text().toLowerCase(Locale.ROOT)));
  }

  private static boolean speaksOf(ContractSummary one, String text) {
    return one.name().contains(text) || one.summary().toLowerCase(Locale.ROOT).contains(text);
  }

  /**
   * Where a page ended.
   *
   * @param cursor the table's own; null at its beginning
   * @param isExhausted nothing of the table is left
   */
  private record Position(String name, @Nullable String cursor, boolean isExhausted) {
    private static final String END = "end";

    static Position read(ListContracts asked) {
      if (asked.cursor() == null) return new Position("", null, false);
      try {
        byte[] plain = Base64.getUrlDecoder().decode(asked.cursor());
        String[] parts = new String(plain, StandardCharsets.UTF_8).split("\n", -1);
        if (parts.length == 3 && parts[0].equals(marked(asked))) return of(parts[1], parts[2]);
      } catch (IllegalArgumentException e) {
        // Not Base64: no cursor of ours either.
      }
      throw new BadCursor();
    }

    private static Position of(String name, String cursor) {
      return cursor.equals(END)
          ? new Position(name, null, true)
          : new Position(name, cursor.isEmpty() ? null : cursor, false);
    }

    String write(ListContracts asked) {
      String place = isExhausted ? END : cursor == null ? "" : cursor;
      String plain = String.join("\n", marked(asked), name, place);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isFiltered(ListContracts asked) {
      return asked.kind() != null || asked.text() != null;
    }

    private static String marked(ListContracts asked) {
      return Hash.of("contracts", asked.owner() + "\n" + asked.kind() + "\n" + asked.text());
    }
  }
}

package waybill.catalog;

import java.util.List;
import java.util.TreeSet;
import waybill.kit.commit.Draft;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/**
 * The names of all outside services, or of all sagas, in one item: a list that is read as it is
 * now.
 */
record Directory(List<String> names) {
  /** Names, at most 64 characters each. */
  static final int NAMES_MAX = 1_000;

  private static final Kind<Directory> DIRECTORY = Kind.entry("directory", Directory.class);

  static final String SERVICES = "all";
  static final String SAGAS = "sagas";

  static Directory of(String what, Rows rows) {
    return row(what, rows).value().orElse(new Directory(List.of()));
  }

  boolean isFull() {
    return names.size() >= NAMES_MAX;
  }

  static Draft<Directory> with(String name, String what, Rows rows) {
    Row<Directory> row = row(what, rows);
    TreeSet<String> more = new TreeSet<>(row.value().map(Directory::names).orElse(List.of()));
    more.add(name);
    return row.put(new Directory(List.copyOf(more)));
  }

  private static Row<Directory> row(String what, Rows rows) {
    return rows.at(DIRECTORY, what);
  }
}

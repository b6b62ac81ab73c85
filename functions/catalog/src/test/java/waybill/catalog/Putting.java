package waybill.catalog;

import java.util.List;
import waybill.kit.commit.Change;
import waybill.kit.commit.Docs;
import waybill.kit.commit.Key;
import waybill.kit.commit.Write;
import waybill.kit.testing.MemoryTable;

/** What would take long to come about by requests. */
final class Putting {

  static void directory(MemoryTable table, Directory directory) {
    table.write(
        new Write(
            "test",
            List.of(
                new Change.Put(
                    Key.ofEntry("directory", "all"),
                    0,
                    "directory",
                    Docs.write(directory),
                    null,
                    null,
                    null,
                    0,
                    List.of(),
                    false))));
  }

  private Putting() {}
}

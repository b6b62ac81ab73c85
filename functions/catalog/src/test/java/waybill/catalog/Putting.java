package waybill.catalog;

import java.util.List;
import waybill.kit.Service;
import waybill.kit.commit.Change;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Docs;
import waybill.kit.commit.Key;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Write;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;
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

  static void commit(MemoryTable table, Commit commit) {
    Service service = Given.service("catalog", table, new HandClock());
    service
        .clerk()
        .prepare(commit, new Origin("test", null, 0, null))
        .writeTo(table, service.ids().next());
  }

  private Putting() {}
}

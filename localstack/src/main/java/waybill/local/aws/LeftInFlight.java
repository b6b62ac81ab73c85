package waybill.local.aws;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import waybill.local.StartException;

/**
 * What a machine had received when it stopped would stay invisible for minutes, although nobody
 * works on it any more: each function of it is gone. So it can be received again at once.
 */
final class LeftInFlight {

  static void release(Path folder, String uri) {
    if (!Files.exists(folder.resolve("queues.mv.db"))) return;
    try (Connection connection = DriverManager.getConnection(uri)) {
      for (String table : messageTables(connection)) release(connection, table);
    } catch (SQLException e) {
      throw new StartException("the queues in " + folder + " cannot be read: " + e.getMessage());
    }
  }

  private static List<String> messageTables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        connection.getMetaData().getTables(null, "PUBLIC", "MESSAGE\\_%", null)) {
      while (found.next()) tables.add(found.getString("TABLE_NAME"));
    }
    return tables;
  }

  private static void release(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(
          "UPDATE \""
              + table.replace("\"", "\"\"")
              + "\" SET NEXT_DELIVERY = CREATED WHERE NEXT_DELIVERY > CREATED");
    }
  }

  private LeftInFlight() {}
}

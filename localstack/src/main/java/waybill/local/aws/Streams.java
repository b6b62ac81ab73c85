package waybill.local.aws;

import java.util.Map;

/** The streams of tables that were made, by the names of the tables, as their emulator has them. */
public record Streams(Map<String, String> arns) {

  /** The moment of the table's creation, by which its stream is told from an earlier one. */
  public String label(String table) {
    var arn = arns.get(table);
    return arn == null ? "none" : arn.substring(arn.lastIndexOf('/') + 1);
  }

  /** How these ARNs begin. */
  public String prefix() {
    return arns.values().stream()
        .findFirst()
        .map(arn -> arn.substring(0, arn.indexOf("table/")))
        .orElse(Backend.STREAMS);
  }
}

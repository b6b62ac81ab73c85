package waybill.bench.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * One item that a request writes, or checks, among others.
 *
 * @param times how often its units are charged
 */
record Touched(String table, Map<String, AttributeValue> key, int times) {

  /** Of the requests whose units DynamoDB Local does not know; of others none. */
  static List<Touched> by(SdkRequest request) {
    if (request instanceof TransactWriteItemsRequest all)
      return all.transactItems().stream().map(Touched::of).toList();
    if (request instanceof BatchExecuteStatementRequest all)
      return all.statements().stream()
          .filter(one -> !one.statement().startsWith("SELECT"))
          .map(Touched::of)
          .toList();
    return List.of();
  }

  private static Touched of(TransactWriteItem item) {
    if (item.update() != null)
      return new Touched(item.update().tableName(), item.update().key(), 2);
    if (item.delete() != null)
      return new Touched(item.delete().tableName(), item.delete().key(), 2);
    if (item.conditionCheck() != null)
      return new Touched(item.conditionCheck().tableName(), item.conditionCheck().key(), 2);
    throw new IllegalStateException("the kit does not put");
  }

  /** Its key stands first in what is inserted, and first behind WHERE in what is updated. */
  private static Touched of(BatchStatementRequest one) {
    String words = one.statement();
    List<String> quoted = new ArrayList<>(List.of(words.split("\"", -1)));
    int where = words.indexOf("WHERE");
    int at = where < 0 ? 0 : (int) words.chars().limit(where).filter(c -> c == '?').count();
    Map<String, AttributeValue> key =
        Map.of("pk", one.parameters().get(at), "sk", one.parameters().get(at + 1));
    return new Touched(quoted.get(1), key, 1);
  }
}

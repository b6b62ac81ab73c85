package waybill.bench.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteTransactionRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * What an answer says that it took. DynamoDB Local says of a transaction what its items would take
 * alone; on AWS each takes twice that, and its indexes once.
 */
final class Units {
  private static final Set<Class<?>> READS =
      Set.of(
          GetItemRequest.class,
          BatchGetItemRequest.class,
          TransactGetItemsRequest.class,
          QueryRequest.class,
          ScanRequest.class);

  private static final Set<Class<?>> TRANSACTIONS =
      Set.of(
          TransactGetItemsRequest.class,
          TransactWriteItemsRequest.class,
          ExecuteTransactionRequest.class);

  private Units() {}

  static Cost of(SdkRequest request, SdkResponse response) {
    double table = 0;
    double indexes = 0;
    for (ConsumedCapacity one : consumed(response)) {
      double ofIndexes = sum(one.globalSecondaryIndexes()) + sum(one.localSecondaryIndexes());
      indexes += ofIndexes;
      table += one.table() == null ? one.capacityUnits() - ofIndexes : one.table().capacityUnits();
    }
    if (TRANSACTIONS.contains(request.getClass())) table *= 2;
    return reads(request) ? new Cost(1, 0, 0, table + indexes) : new Cost(1, table, indexes, 0);
  }

  private static boolean reads(SdkRequest request) {
    if (request instanceof ExecuteStatementRequest one) return reads(one.statement());
    if (request instanceof BatchExecuteStatementRequest all)
      return all.statements().stream().allMatch(one -> reads(one.statement()));
    return READS.contains(request.getClass());
  }

  private static boolean reads(String statement) {
    return statement.stripLeading().regionMatches(true, 0, "SELECT", 0, "SELECT".length());
  }

  private static List<ConsumedCapacity> consumed(SdkResponse response) {
    Object found = response.getValueForField("ConsumedCapacity", Object.class).orElse(List.of());
    Collection<?> all = found instanceof Collection<?> many ? many : List.of(found);
    return all.stream().map(ConsumedCapacity.class::cast).toList();
  }

  private static double sum(@Nullable Map<String, Capacity> indexes) {
    return indexes == null
        ? 0
        : indexes.values().stream().mapToDouble(Capacity::capacityUnits).sum();
  }
}

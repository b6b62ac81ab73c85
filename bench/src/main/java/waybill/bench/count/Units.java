package waybill.bench.count;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.Capacity;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;

/** What an answer says that it took. */
final class Units {
  private static final Set<Class<?>> READS =
      Set.of(
          GetItemRequest.class, BatchGetItemRequest.class, QueryRequest.class, ScanRequest.class);

  private Units() {}

  static Cost of(SdkRequest request, SdkResponse response) {
    double table = 0;
    double indexes = 0;
    for (ConsumedCapacity one : consumed(response)) {
      double ofIndexes = sum(one.globalSecondaryIndexes());
      indexes += ofIndexes;
      table += one.table() == null ? one.capacityUnits() - ofIndexes : one.table().capacityUnits();
    }
    if (request instanceof BatchGetItemRequest many) table = Math.max(table, keys(many));
    return READS.contains(request.getClass())
        ? new Cost(1, 0, 0, table + indexes)
        : new Cost(1, table, indexes, 0);
  }

  /** What is not there is read for a unit too; the emulator counts that for a single item only. */
  private static int keys(BatchGetItemRequest many) {
    return many.requestItems().values().stream().mapToInt(one -> one.keys().size()).sum();
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

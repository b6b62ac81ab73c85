package waybill.kit.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Fails as DynamoDB does and DynamoDB Local does not; when nothing is left to fail, all is well.
 */
final class StubDynamoDb implements DynamoDbClient {
  private final Deque<RuntimeException> failures = new ArrayDeque<>();
  private List<Map<String, AttributeValue>> indexed = List.of();
  private Map<String, AttributeValue> stored = Map.of();
  final List<Object> requests = new ArrayList<>();

  StubDynamoDb failing(RuntimeException... next) {
    failures.addAll(List.of(next));
    return this;
  }

  /** An index that says something else than its table. */
  StubDynamoDb lagging(Map<String, AttributeValue> inIndex, Map<String, AttributeValue> inTable) {
    indexed = List.of(inIndex);
    stored = inTable;
    return this;
  }

  static TransactionCanceledException canceled(CancellationReason... reasons) {
    return TransactionCanceledException.builder().cancellationReasons(reasons).build();
  }

  static CancellationReason because(String code) {
    return CancellationReason.builder().code(code).build();
  }

  static CancellationReason because(String code, Map<String, AttributeValue> old) {
    return CancellationReason.builder().code(code).item(old).build();
  }

  @Override
  public UpdateItemResponse updateItem(UpdateItemRequest request) {
    asked(request);
    return UpdateItemResponse.builder().build();
  }

  @Override
  public DeleteItemResponse deleteItem(DeleteItemRequest request) {
    asked(request);
    return DeleteItemResponse.builder().build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    asked(request);
    return TransactWriteItemsResponse.builder().build();
  }

  @Override
  public QueryResponse query(QueryRequest request) {
    List<Map<String, AttributeValue>> found = indexed;
    indexed = List.of();
    return QueryResponse.builder().items(found).build();
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return GetItemResponse.builder().item(stored).build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    String table = request.requestItems().keySet().iterator().next();
    return BatchGetItemResponse.builder().responses(Map.of(table, List.of(stored))).build();
  }

  private void asked(Object request) {
    requests.add(request);
    if (!failures.isEmpty()) throw failures.remove();
  }

  @Override
  public String serviceName() {
    return "dynamodb";
  }

  @Override
  public void close() {}
}

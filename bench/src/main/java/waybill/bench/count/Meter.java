package waybill.bench.count;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Stands between the SDK and whoever uses it: a resource beside this class names it for every
 * client, so that what is measured need not know.
 *
 * <p>DynamoDB Local counts single requests as AWS does; transactions it counts otherwise, and
 * statements not at all. So these are weighed by the items themselves, before and after.
 */
public final class Meter implements ExecutionInterceptor {
  private static final ThreadLocal<@Nullable BiConsumer<String, Cost>> CHARGED =
      new ThreadLocal<>();
  private static final ExecutionAttribute<List<Map<String, AttributeValue>>> BEFORE =
      new ExecutionAttribute<>("waybill.before");

  private static final Map<String, List<Index>> INDEXES = new ConcurrentHashMap<>();

  private static volatile @Nullable DynamoDbClient tables;

  /** Where items can be looked at. */
  public static void looksAt(DynamoDbClient dynamo) {
    tables = dynamo;
    INDEXES.clear();
  }

  static <T> T during(@Nullable BiConsumer<String, Cost> charged, Supplier<T> work) {
    BiConsumer<String, Cost> others = CHARGED.get();
    CHARGED.set(charged);
    try {
      return work.get();
    } finally {
      CHARGED.set(others);
    }
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (CHARGED.get() != null)
      attributes.putAttribute(BEFORE, items(Touched.by(context.request())));
  }

  /** Whatever has units is asked for them, table and indexes apart. */
  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    SdkRequest request = context.request();
    if (CHARGED.get() == null) return request;
    for (SdkField<?> field : request.sdkFields())
      if (field.memberName().equals("ReturnConsumedCapacity")) {
        SdkRequest.Builder builder = request.toBuilder();
        field.set(builder, "INDEXES");
        return builder.build();
      }
    return request;
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    if (CHARGED.get() == null) return;
    List<Touched> touched = Touched.by(context.request());
    charge(
        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
        touched.isEmpty()
            ? Units.of(context.request(), context.response())
            : weighed(touched, attributes.getAttribute(BEFORE)));
  }

  private static Cost weighed(List<Touched> touched, List<Map<String, AttributeValue>> before) {
    List<Map<String, AttributeValue>> after = items(touched);
    Cost cost = Cost.call();
    for (int at = 0; at < touched.size(); at++)
      cost =
          cost.plus(
              Weight.of(touched.get(at), before.get(at), after.get(at), indexes(touched.get(at))));
    return cost;
  }

  private static List<Map<String, AttributeValue>> items(List<Touched> touched) {
    return during(null, () -> touched.stream().map(Meter::item).toList());
  }

  private static List<Index> indexes(Touched one) {
    return INDEXES.computeIfAbsent(one.table(), name -> Index.of(tables(), name));
  }

  private static Map<String, AttributeValue> item(Touched one) {
    return tables()
        .getItem(get -> get.tableName(one.table()).key(one.key()).consistentRead(true))
        .item();
  }

  private static DynamoDbClient tables() {
    DynamoDbClient dynamo = tables;
    if (dynamo == null) throw new IllegalStateException("there is nowhere to look");
    return dynamo;
  }

  /** A failed condition is a call as well; its units are in no answer. */
  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    charge(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME) + ", failed", Cost.call());
  }

  private static void charge(String call, Cost cost) {
    BiConsumer<String, Cost> charged = CHARGED.get();
    if (charged != null) charged.accept(call, cost);
  }
}

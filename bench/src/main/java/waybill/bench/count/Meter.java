package waybill.bench.count;

import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/**
 * Stands between the SDK and whoever uses it: a resource beside this class names it for every
 * client, so that what is measured need not know.
 */
public final class Meter implements ExecutionInterceptor {
  private static final ThreadLocal<@Nullable BiConsumer<String, Cost>> CHARGED =
      new ThreadLocal<>();

  static <T> T during(BiConsumer<String, Cost> charged, Supplier<T> work) {
    CHARGED.set(charged);
    try {
      return work.get();
    } finally {
      CHARGED.remove();
    }
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
    charge(
        attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME),
        Units.of(context.request(), context.response()));
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

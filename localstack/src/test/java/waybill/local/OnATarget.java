package waybill.local;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import waybill.local.aws.Clients;
import waybill.local.template.Stack;

/** What tests do to share an emulator that runs already, {@code -Dwaybill.target=URL}. */
public final class OnATarget {
  public static final String PROPERTY = "waybill.target";

  /** Where the tables and queues of tests are, if not with each machine. */
  static @Nullable URI uri() {
    var uri = System.getProperty(PROPERTY, "");
    return uri.isEmpty() ? null : URI.create(uri);
  }

  static Settings with(Settings settings) {
    var target = uri();
    if (target == null) return settings;
    var name = settings.stack() + "-" + UUID.randomUUID().toString().substring(0, 8);
    return settings.withTarget(target).withStack(name);
  }

  /** Only when its machine is gone, or that would complain. */
  static void clean(Settings settings, Stack stack) {
    var target = settings.target();
    if (target == null) return;
    try (var dynamodb = Clients.ADMIN.dynamodb(target);
        var sqs = Clients.ADMIN.sqs(target)) {
      for (var table : stack.tables())
        dynamodb.deleteTable(delete -> delete.tableName(table.name()));
      for (var queue : stack.queues()) sqs.deleteQueue(delete -> delete.queueUrl(queue.url()));
      for (var url : queuesOfSubscribers(sqs, settings.stack()))
        sqs.deleteQueue(delete -> delete.queueUrl(url));
    }
    for (var bucket : stack.buckets()) new Blobs(target, bucket).remove();
  }

  private static List<String> queuesOfSubscribers(SqsClient sqs, String stack) {
    return sqs.listQueues(list -> list.queueNamePrefix("waybill-sub-" + stack)).queueUrls();
  }

  private OnATarget() {}
}

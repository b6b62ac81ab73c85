package waybill.bench.spine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import waybill.local.aws.QueueProvision;
import waybill.local.aws.TableProvision;
import waybill.local.template.Ground;
import waybill.local.template.Queue;
import waybill.local.template.Stack;
import waybill.local.template.Table;
import waybill.local.template.Template;

/** Tables and queues as the template has them, under other names. */
final class Shapes {
  private final Stack template;
  private final DynamoDbClient dynamo;
  private final SqsClient sqs;

  Shapes(Path repository, DynamoDbClient dynamo, SqsClient sqs) {
    Path file = repository.resolve("template.yaml");
    this.template = Template.read(file).on(Ground.beforeStart(Map.of()));
    this.dynamo = dynamo;
    this.sqs = sqs;
  }

  String table(String as, String name) {
    Table shape = template.table(as);
    TableProvision.create(
        dynamo,
        List.of(
            new Table(
                name,
                name,
                shape.attributes(),
                shape.keys(),
                shape.globalIndexes(),
                shape.localIndexes(),
                null, // What a stream would show is known here.
                shape.expiryAttribute())));
    return name;
  }

  Polled queue(String as, String name) {
    Map<String, String> attributes = new HashMap<>(template.queue(as).attributes());
    attributes.remove("RedrivePolicy");
    String arn = Ground.arn("sqs", name + ".fifo");
    QueueProvision.create(sqs, List.of(new Queue(name, name + ".fifo", "", arn, attributes)));
    String url = sqs.getQueueUrl(asked -> asked.queueName(name + ".fifo")).queueUrl();
    return new Polled(sqs, url, arn);
  }
}

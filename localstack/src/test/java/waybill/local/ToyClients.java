package waybill.local;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.LinkedBlockingQueue;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import waybill.local.aws.Clients;

/** AWS as a function sees it: through nothing but its environment. */
record ToyClients(Map<String, String> environment) {

  /** As the function behind the toy's routes is told of it. */
  static ToyClients ofWeb(RunningMachine running) {
    var environments = new LinkedBlockingQueue<Map<String, String>>();
    Toy.does(
        "Web",
        call -> {
          environments.add(call.environment());
          return "{}";
        });
    running.post("/things", "{}");
    return new ToyClients(environments.remove());
  }

  DynamoDbClient dynamodb() {
    return clients().dynamodb(URI.create(variable("AWS_ENDPOINT_URL_DYNAMODB")));
  }

  SqsClient sqs() {
    return clients().sqs(URI.create(variable("AWS_ENDPOINT_URL_SQS")));
  }

  String variable(String name) {
    return Objects.requireNonNull(environment.get(name), name);
  }

  private Clients clients() {
    return new Clients(variable("AWS_ACCESS_KEY_ID"), variable("AWS_SECRET_ACCESS_KEY"));
  }

  static Map<String, AttributeValue> item(String pk, String... more) {
    var item = new java.util.HashMap<String, AttributeValue>();
    item.put("pk", AttributeValue.fromS(pk));
    for (int i = 0; i < more.length; i += 2) item.put(more[i], AttributeValue.fromS(more[i + 1]));
    return item;
  }
}

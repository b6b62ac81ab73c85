package waybill.bench.spine;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waybill.bench.count.Meter;
import waybill.contracts.Catalog;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.aws.DynamoDbTable;
import waybill.kit.commit.Pause;
import waybill.local.aws.Backend;
import waybill.local.aws.Clients;
import waybill.local.aws.Emulators;
import waybill.local.template.Ground;

/** The two emulators in this process, and what functions would find in their environment. */
public final class Machine implements AutoCloseable {
  private final Emulators emulators = Emulators.start(null);
  private final Backend backend = emulators.backend();
  private final DynamoDbClient dynamo = Clients.ADMIN.dynamodb(backend.dynamodb());
  private final Catalog catalog;
  final Shapes shapes;

  public Machine(Path repository, Catalog catalog) {
    this.catalog = catalog;
    this.shapes = new Shapes(repository, dynamo, Clients.ADMIN.sqs(backend.sqs()));
    Meter.looksAt(dynamo);
  }

  Env env(String service, String table, Map<String, String> more) {
    Map<String, String> env = new HashMap<>(more);
    env.put("SERVICE", service);
    env.put("TABLE", table);
    env.put("BLOBS", "none");
    env.put("LOG_LEVEL", "ERROR");
    env.put("AWS_REGION", Ground.REGION);
    env.put("AWS_ACCESS_KEY_ID", Clients.ADMIN.accessKeyId());
    env.put("AWS_SECRET_ACCESS_KEY", Clients.ADMIN.secretAccessKey());
    env.put("AWS_ENDPOINT_URL_DYNAMODB", backend.dynamodb().toString());
    env.put("AWS_ENDPOINT_URL_SQS", backend.sqs().toString());
    return new Env(env);
  }

  /** As it is on AWS, under the catalog of this run. */
  Service service(Aws aws) {
    Service deployed = aws.service();
    return new Service(
        deployed.name(),
        deployed.table(),
        deployed.blobs(),
        catalog,
        deployed.clock(),
        deployed.ids(),
        deployed.pause(),
        deployed.log());
  }

  /** Looked at past whoever it belongs to. */
  DynamoDbTable table(String name) {
    return new DynamoDbTable(dynamo, name, Pause.jittered());
  }

  @Override
  public void close() {
    emulators.close();
  }
}

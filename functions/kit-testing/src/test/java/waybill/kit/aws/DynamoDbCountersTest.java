package waybill.kit.aws;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waybill.kit.commit.Counters;
import waybill.kit.testing.CountersContract;

class DynamoDbCountersTest implements CountersContract {
  private static final DynamoDbClient DYNAMO = Clients.dynamoDb();

  private final String name = "users-" + UUID.randomUUID();
  private final Counters counters = new DynamoDbCounters(DYNAMO, name);

  @BeforeEach
  void create() {
    DYNAMO.createTable(UsersTable.named(name));
  }

  @AfterEach
  void delete() {
    DYNAMO.deleteTable(delete -> delete.tableName(name));
  }

  @Override
  public Counters counters() {
    return counters;
  }
}

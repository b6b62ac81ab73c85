package waybill.kit.aws;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waybill.kit.commit.Tally;
import waybill.kit.testing.TallyContract;

class DynamoDbTallyTest implements TallyContract {
  private static final DynamoDbClient DYNAMO = Clients.dynamoDb();

  private final String name = "users-" + UUID.randomUUID();
  private final Tally tally = new DynamoDbTally(DYNAMO, name);

  @BeforeEach
  void create() {
    DYNAMO.createTable(UsersTable.named(name));
  }

  @AfterEach
  void delete() {
    DYNAMO.deleteTable(delete -> delete.tableName(name));
  }

  @Override
  public Tally tally() {
    return tally;
  }
}

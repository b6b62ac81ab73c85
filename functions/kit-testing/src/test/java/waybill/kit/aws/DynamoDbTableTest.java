package waybill.kit.aws;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import waybill.kit.commit.Table;
import waybill.kit.testing.TableContract;

class DynamoDbTableTest implements TableContract {
  private static final DynamoDbClient DYNAMO = Clients.dynamoDb();

  private final String name = "users-" + UUID.randomUUID();
  private final Table table = new DynamoDbTable(DYNAMO, name, tries -> Thread.onSpinWait());

  @BeforeEach
  void create() {
    DYNAMO.createTable(UsersTable.named(name));
  }

  @AfterEach
  void delete() {
    DYNAMO.deleteTable(delete -> delete.tableName(name));
  }

  @Override
  public Table table() {
    return table;
  }
}

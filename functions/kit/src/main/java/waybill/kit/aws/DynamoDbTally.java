package waybill.kit.aws;

import static waybill.kit.aws.Attributes.number;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import waybill.kit.commit.Key;
import waybill.kit.commit.Tally;

/**
 * Counts in a service's own table, beside its items and unlike them without version or document.
 */
public final class DynamoDbTally implements Tally {
  private static final String COUNT = "count";

  private final DynamoDbClient dynamo;
  private final String table;

  public DynamoDbTally(DynamoDbClient dynamo, String table) {
    this.dynamo = dynamo;
    this.table = table;
  }

  @Override
  public long add(String name, long count, Instant until) {
    var added =
        dynamo.updateItem(
            update ->
                update
                    .tableName(table)
                    .key(Attributes.key(Key.ofEntry("tally", name)))
                    .updateExpression("ADD #count :count SET #until = :until")
                    .expressionAttributeNames(
                        Map.of("#count", COUNT, "#until", Attributes.EXPIRES_AT))
                    .expressionAttributeValues(
                        Map.of(":count", number(count), ":until", number(until.getEpochSecond())))
                    .returnValues(ReturnValue.UPDATED_NEW));
    return Long.parseLong(Objects.requireNonNull(added.attributes().get(COUNT)).n());
  }
}

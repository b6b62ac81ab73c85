package waybill.local.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.LocalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import waybill.local.StartException;
import waybill.local.template.Table;

/** Makes the tables of a template. */
public final class TableProvision {
  private TableProvision() {}

  public static Streams create(DynamoDbClient dynamodb, List<Table> tables) {
    var streams = new HashMap<String, String>();
    for (var table : tables) {
      var made = createOne(dynamodb, table);
      var stream = made.latestStreamArn();
      if (stream != null) streams.put(table.name(), stream);
      else if (table.streamView() != null)
        throw new StartException(
            table.name() + " has no stream: the emulator makes none, or made the table without");
    }
    return new Streams(Map.copyOf(streams));
  }

  private static TableDescription createOne(DynamoDbClient dynamodb, Table table) {
    try {
      var made = dynamodb.createTable(request(table)).tableDescription();
      if (made.tableStatus() != TableStatus.ACTIVE)
        dynamodb.waiter().waitUntilTableExists(describe -> describe.tableName(table.name()));
      expire(dynamodb, table);
      return made;
    } catch (ResourceInUseException e) {
      var there = dynamodb.describeTable(d -> d.tableName(table.name())).table();
      refuseOtherShape(table, there);
      return there;
    }
  }

  private static void expire(DynamoDbClient dynamodb, Table table) {
    var attribute = table.expiryAttribute();
    if (attribute == null) return;
    dynamodb.updateTimeToLive(
        request ->
            request
                .tableName(table.name())
                .timeToLiveSpecification(ttl -> ttl.enabled(true).attributeName(attribute)));
  }

  private static void refuseOtherShape(Table table, TableDescription there) {
    var indexes =
        there.globalSecondaryIndexes().stream()
            .map(GlobalSecondaryIndexDescription::indexName)
            .collect(Collectors.toSet());
    var wanted = table.globalIndexes().stream().map(Table.Index::name).collect(Collectors.toSet());
    if (!there.keySchema().equals(keys(table.keys())) || !indexes.equals(wanted)) {
      throw new StartException(
          "the kept table %s has other keys or indexes than the template: start with another --data, or --stack"
              .formatted(table.name()));
    }
  }

  private static CreateTableRequest request(Table table) {
    var request =
        CreateTableRequest.builder()
            .tableName(table.name())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(entry -> attribute(entry.getKey(), entry.getValue()))
                    .toList())
            .keySchema(keys(table.keys()));
    if (!table.globalIndexes().isEmpty()) {
      request.globalSecondaryIndexes(
          table.globalIndexes().stream().map(TableProvision::globalIndex).toList());
    }
    if (!table.localIndexes().isEmpty()) {
      request.localSecondaryIndexes(
          table.localIndexes().stream().map(TableProvision::localIndex).toList());
    }
    var view = table.streamView();
    if (view != null) {
      request.streamSpecification(stream -> stream.streamEnabled(true).streamViewType(view));
    }
    return request.build();
  }

  private static AttributeDefinition attribute(String name, String type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static List<KeySchemaElement> keys(List<Table.Key> keys) {
    return keys.stream()
        .map(
            key ->
                KeySchemaElement.builder()
                    .attributeName(key.attribute())
                    .keyType(key.type())
                    .build())
        .toList();
  }

  private static GlobalSecondaryIndex globalIndex(Table.Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.keys()))
        .projection(projection(index))
        .build();
  }

  private static LocalSecondaryIndex localIndex(Table.Index index) {
    return LocalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keys(index.keys()))
        .projection(projection(index))
        .build();
  }

  private static Projection projection(Table.Index index) {
    var projection = Projection.builder().projectionType(index.projection());
    if (!index.projected().isEmpty()) projection.nonKeyAttributes(index.projected());
    return projection.build();
  }
}

package waybill.kit.aws;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** A table as template.yaml declares UsersTable; the other services' are the same. */
final class UsersTable {

  static CreateTableRequest named(String name) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            text("pk"),
            text("sk"),
            text("list_of"),
            text("list_at"),
            text("related_of"),
            text("due_of"),
            due())
        .keySchema(keys("pk", "sk"))
        .globalSecondaryIndexes(
            index(
                "list",
                keys("list_of", "list_at"),
                Projection.builder()
                    .projectionType(ProjectionType.INCLUDE)
                    .nonKeyAttributes("kind", "version", "doc")
                    .build()),
            index(
                "related",
                keys("related_of", "list_at"),
                Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()),
            index(
                "due",
                keys("due_of", "due_at"),
                Projection.builder().projectionType(ProjectionType.KEYS_ONLY).build()))
        .streamSpecification(
            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_IMAGE))
        .build();
  }

  private static AttributeDefinition text(String name) {
    return attribute(name, ScalarAttributeType.S);
  }

  private static AttributeDefinition due() {
    return attribute("due_at", ScalarAttributeType.N);
  }

  private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
    return AttributeDefinition.builder().attributeName(name).attributeType(type).build();
  }

  private static List<KeySchemaElement> keys(String hash, String range) {
    return List.of(
        KeySchemaElement.builder().attributeName(hash).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(range).keyType(KeyType.RANGE).build());
  }

  private static GlobalSecondaryIndex index(
      String name, List<KeySchemaElement> keys, Projection projection) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys)
        .projection(projection)
        .build();
  }

  private UsersTable() {}
}

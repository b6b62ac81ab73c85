package waybill.kit.aws;

import static waybill.kit.aws.Attributes.number;
import static waybill.kit.aws.Attributes.text;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import waybill.kit.commit.Change;
import waybill.kit.commit.Key;
import waybill.kit.commit.Place;

/** A change as the expression that carries it out, on condition of the version read. */
final class Writes {
  private static final ReturnValuesOnConditionCheckFailure OLD =
      ReturnValuesOnConditionCheckFailure.ALL_OLD;

  static Expression of(Change change, String commit) {
    Expression expression = expecting(change);
    if (change instanceof Change.Put put) put(expression, put, commit);
    return expression;
  }

  static TransactWriteItem inTransaction(String table, Change change, String commit) {
    Expression does = of(change, commit);
    Map<String, AttributeValue> key = Attributes.key(change.key());
    Map<String, AttributeValue> values = does.values().isEmpty() ? null : does.values();
    var item = TransactWriteItem.builder();
    if (change instanceof Change.Put)
      item.update(
          update ->
              update
                  .tableName(table)
                  .key(key)
                  .updateExpression(does.update())
                  .conditionExpression(does.condition())
                  .expressionAttributeNames(does.names())
                  .expressionAttributeValues(values)
                  .returnValuesOnConditionCheckFailure(OLD));
    else if (change instanceof Change.Remove)
      item.delete(
          delete ->
              delete
                  .tableName(table)
                  .key(key)
                  .conditionExpression(does.condition())
                  .expressionAttributeNames(does.names())
                  .expressionAttributeValues(values)
                  .returnValuesOnConditionCheckFailure(OLD));
    else
      item.conditionCheck(
          check ->
              check
                  .tableName(table)
                  .key(key)
                  .conditionExpression(does.condition())
                  .expressionAttributeNames(does.names())
                  .expressionAttributeValues(values)
                  .returnValuesOnConditionCheckFailure(OLD));
    return item.build();
  }

  private static Expression expecting(Change change) {
    return change.expected() == 0
        ? new Expression().ifAbsent(Attributes.PARTITION)
        : new Expression().ifEquals(Attributes.VERSION, number(change.expected()));
  }

  private static void put(Expression expression, Change.Put put, String commit) {
    expression
        .set(Attributes.KIND, text(put.kind()))
        .set(Attributes.VERSION, number(put.expected() + 1))
        .set(Attributes.COMMIT, text(commit))
        .set(Attributes.DOC, text(put.doc()));
    listed(expression, put);
    waiting(expression, put.key(), put);
    speaking(expression, put);
  }

  private static void listed(Expression expression, Change.Put put) {
    Place place = put.place();
    if (place == null)
      expression.remove(Attributes.LIST_OF, Attributes.LIST_AT, Attributes.RELATED_OF);
    else {
      expression
          .set(Attributes.LIST_OF, text(place.list()))
          .set(Attributes.LIST_AT, text(place.at()));
      if (place.related() == null) expression.remove(Attributes.RELATED_OF);
      else expression.set(Attributes.RELATED_OF, text(place.related()));
    }
  }

  private static void waiting(Expression expression, Key key, Change.Put put) {
    if (put.due() == null) expression.remove(Attributes.DUE_OF, Attributes.DUE_AT);
    else
      expression
          .set(Attributes.DUE_OF, text(Attributes.dueShard(key)))
          .set(Attributes.DUE_AT, number(put.due().toEpochMilli()));
    if (put.expires() == null) expression.remove(Attributes.EXPIRES_AT);
    else expression.set(Attributes.EXPIRES_AT, number(put.expires().getEpochSecond()));
  }

  private static void speaking(Expression expression, Change.Put put) {
    if (put.sequence() > 0) expression.set(Attributes.SEQUENCE, number(put.sequence()));
    if (!put.says().isEmpty()) expression.append(Attributes.OUTBOX, Attributes.outbox(put.says()));
    if (put.speaks()) expression.set(Attributes.UNSENT, text(Attributes.NEW));
  }

  private Writes() {}
}

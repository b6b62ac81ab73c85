package waybill.kit.aws;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;
import waybill.kit.commit.Change;
import waybill.kit.commit.Pause;
import waybill.kit.commit.Unavailable;
import waybill.kit.commit.Write;

/**
 * Carries out a write in one request, and reads the answer right: a failed condition is a conflict,
 * unless it was this very write that came before; contention and throttling are neither, and are
 * tried again as they are.
 */
final class Committing {
  private static final int TRIES = 8;

  /** Who meets others again and again has read what they are changing. */
  private static final int CONTENDED_TRIES = 2;

  private final DynamoDbClient dynamo;
  private final String table;
  private final Pause pause;

  Committing(DynamoDbClient dynamo, String table, Pause pause) {
    this.dynamo = dynamo;
    this.table = table;
    this.pause = pause;
  }

  boolean write(Write write) {
    Change first = write.changes().get(0);
    boolean alone = write.changes().size() == 1 && !(first instanceof Change.Check);
    return patiently(alone ? () -> single(first, write.commit()) : new Transaction(write));
  }

  private boolean single(Change change, String commit) {
    Expression does = Writes.of(change, commit);
    try {
      if (change instanceof Change.Put) update(change, does);
      else delete(change, does);
      return true;
    } catch (ConditionalCheckFailedException e) {
      return isOurs(e.hasItem() ? e.item() : null, commit);
    }
  }

  private void update(Change change, Expression does) {
    dynamo.updateItem(
        update ->
            update
                .tableName(table)
                .key(Attributes.key(change.key()))
                .updateExpression(does.update())
                .conditionExpression(does.condition())
                .expressionAttributeNames(does.names())
                .expressionAttributeValues(does.values())
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
  }

  private void delete(Change change, Expression does) {
    dynamo.deleteItem(
        delete ->
            delete
                .tableName(table)
                .key(Attributes.key(change.key()))
                .conditionExpression(does.condition())
                .expressionAttributeNames(does.names())
                .expressionAttributeValues(does.values().isEmpty() ? null : does.values()));
  }

  private final class Transaction implements Supplier<Boolean> {
    private final String commit;
    private final List<TransactWriteItem> items;
    private int contended;

    private Transaction(Write write) {
      this.commit = write.commit();
      this.items =
          write.changes().stream()
              .map(change -> Writes.inTransaction(table, change, commit))
              .toList();
    }

    /** Once more as it is: the other may be a mark, or fail. Then it is to be decided again. */
    @Override
    public Boolean get() {
      try {
        dynamo.transactWriteItems(
            transact -> transact.transactItems(items).clientRequestToken(commit));
        return true;
      } catch (TransactionCanceledException e) {
        if (isContended(e) && ++contended == CONTENDED_TRIES) return false;
        return canceled(e, commit);
      }
    }
  }

  private static boolean isContended(TransactionCanceledException e) {
    return isPassing(e)
        && e.cancellationReasons().stream()
            .anyMatch(reason -> "TransactionConflict".equals(reason.code()));
  }

  /** A transaction is all or nothing: one item that carries our id proves the whole of it. */
  private static boolean canceled(TransactionCanceledException e, String commit) {
    List<CancellationReason> failed =
        e.cancellationReasons().stream()
            .filter(reason -> "ConditionalCheckFailed".equals(reason.code()))
            .toList();
    if (failed.isEmpty()) throw e;
    return failed.stream()
        .anyMatch(reason -> isOurs(reason.hasItem() ? reason.item() : null, commit));
  }

  private static boolean isOurs(@Nullable Map<String, AttributeValue> old, String commit) {
    return old != null && Attributes.textOf(old, Attributes.COMMIT).equals(commit);
  }

  /** The same request again, with jitter, as long as it only met others on the way. */
  <T> T patiently(Supplier<T> request) {
    for (int tries = 1; ; tries++) {
      try {
        return request.get();
      } catch (TransactionCanceledException
          | TransactionConflictException
          | TransactionInProgressException
          | ProvisionedThroughputExceededException
          | RequestLimitExceededException
          | ThrottlingException e) {
        if (!isPassing(e)) throw e;
        if (tries == TRIES) throw new Unavailable("the table is busy", e);
        pause.after(tries);
      }
    }
  }

  private static boolean isPassing(RuntimeException e) {
    if (!(e instanceof TransactionCanceledException canceled)) return true;
    return canceled.cancellationReasons().stream()
        .map(CancellationReason::code)
        .allMatch(
            code ->
                code == null
                    || List.of(
                            "None",
                            "TransactionConflict",
                            "ThrottlingError",
                            "ProvisionedThroughputExceeded")
                        .contains(code));
  }
}

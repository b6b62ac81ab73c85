package waybill.exchange.books;

import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.contracts.exchange.Statement;
import waybill.kit.Ids;
import waybill.kit.Service;
import waybill.kit.commit.Cell;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Key;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Table;

/** Keeps what services state about themselves, each line beside what it is compared with. */
public final class Statements {
  private final Table table;
  private final Ids ids;
  private final Decisions decisions;
  private final AuditRows audits;

  public Statements(Service exchange) {
    this.table = exchange.table();
    this.ids = exchange.ids();
    this.decisions = exchange.decisions();
    this.audits = new AuditRows(exchange);
  }

  public void take(String speaker, Statement statement) {
    for (Statement.Said line : statement.said()) said(speaker, line, statement);
    for (Statement.Heard line : statement.heard()) heard(speaker, line, statement);
    String audit = statement.audit();
    if (statement.last() && audit != null) audits.stated(audit, speaker, statement.at());
  }

  private void said(String speaker, Statement.Said line, Statement statement) {
    Said said = new Said(line.sequence(), line.unsent(), statement.at());
    keep(Said.keyOf(speaker, line.key()), Said.class, said, said::isNewerThan);
  }

  private void heard(String speaker, Statement.Heard line, Statement statement) {
    Heard heard =
        new Heard(line.watermark(), line.handled(), line.refused(), line.skipped(), statement.at());
    keep(Heard.keyOf(speaker, line.source(), line.key()), Heard.class, heard, heard::isNewerThan);
  }

  /** A queue repeats; what was stated later stays. */
  private <T> void keep(Key key, Class<T> type, T value, Predicate<@Nullable T> isNewerThan) {
    decisions.untilWritten(
        () -> {
          Cell<T> at = Cell.read(table, key, type);
          boolean isOld = !isNewerThan.test(at.value());
          return isOld || Prepared.of(at.put(value, null, null)).writeTo(table, ids.next())
              ? Optional.of(true)
              : Optional.empty();
        });
  }
}

package waybill.kit;

import java.time.Clock;
import waybill.contracts.Catalog;
import waybill.kit.blob.Blobs;
import waybill.kit.blob.Claims;
import waybill.kit.commit.Clerk;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Pause;
import waybill.kit.commit.Prepared;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
import waybill.kit.commit.TimeLeft;
import waybill.kit.log.Log;

/** What a service is made of, whether on Lambda, on one machine or in a test. */
public record Service(
    String name,
    Table table,
    Blobs blobs,
    Catalog catalog,
    Clock clock,
    Ids ids,
    Pause pause,
    Log log) {

  /** The same, but for what it sees of its table. */
  public Service over(Table view) {
    return new Service(name, view, blobs, catalog, clock, ids, pause, log);
  }

  /** The same, but it knows other contracts too. */
  public Service knowing(Catalog contracts) {
    return new Service(name, table, blobs, contracts, clock, ids, pause, log);
  }

  /** What handlers read. */
  public Rows rows() {
    return new Rows(table, clock);
  }

  /** What is too long to travel. */
  public Claims claims() {
    return new Claims(blobs);
  }

  public Clerk clerk() {
    return new Clerk(name, catalog, claims(), clock);
  }

  /**
   * Writes at once what says nothing: a step before another service is asked, or a count that a
   * refusal must not undo.
   *
   * @return false if something was not as it was read: then decide again
   */
  public boolean writeSilently(Commit commit) {
    Prepared prepared = clerk().prepare(commit, new Origin("", null, 0, null));
    if (!prepared.messages().isEmpty())
      throw new IllegalArgumentException("what is said belongs to an answer");
    return prepared.writeTo(table, ids.next());
  }

  public Decisions decisions() {
    return new Decisions(pause);
  }

  /** Of what many want at once. */
  public Decisions patientDecisions(TimeLeft time) {
    return Decisions.patient(pause, time);
  }
}

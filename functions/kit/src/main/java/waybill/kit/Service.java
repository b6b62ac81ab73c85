package waybill.kit;

import java.time.Clock;
import waybill.contracts.Catalog;
import waybill.kit.blob.Blobs;
import waybill.kit.blob.Claims;
import waybill.kit.commit.Clerk;
import waybill.kit.commit.Decisions;
import waybill.kit.commit.Pause;
import waybill.kit.commit.Rows;
import waybill.kit.commit.Table;
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

  public Decisions decisions() {
    return new Decisions(pause);
  }

  /** Of a worker, for whose answer nobody waits. */
  public Decisions patientDecisions() {
    return Decisions.patient(pause);
  }
}

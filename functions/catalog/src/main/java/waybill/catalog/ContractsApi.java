package waybill.catalog;

import java.time.Clock;
import waybill.contracts.Catalog;
import waybill.contracts.verdict.Judge;
import waybill.kit.Service;
import waybill.kit.commit.Rows;
import waybill.kit.http.Routes;

/** What the catalog answers about contracts, put together. */
final class ContractsApi {
  private final DefiningContracts defining;
  private final RegisteringVersions registering;
  private final JudgingSchemas dryRun;
  private final ReadingVersions reading;
  private final EndingVersions ending;
  private final ApprovingBreaks approving;

  ContractsApi(
      Service service, BuiltInContracts builtIn, Owners owners, Consumers consumers, Judge judge) {
    Rows rows = service.rows();
    Clock clock = service.clock();
    Contracts contracts = new Contracts(builtIn, rows);
    Writers writers = new Writers(contracts, owners);
    Approvals approvals = new Approvals(rows, clock);
    Judging judging = new Judging(contracts, consumers, approvals, judge, clock);
    Catalog both = Catalog.over(service.catalog(), contracts, clock);
    this.defining =
        new DefiningContracts(contracts, new Browsing(builtIn, rows), writers, rows, clock);
    this.registering = new RegisteringVersions(contracts, writers, judging, rows, clock);
    this.dryRun = new JudgingSchemas(contracts, judging);
    this.reading = new ReadingVersions(contracts, builtIn, both, judging, rows);
    this.ending = new EndingVersions(contracts, writers, consumers, rows, clock);
    this.approving = new ApprovingBreaks(contracts, writers, approvals, service.ids(), clock);
  }

  Routes routes() {
    return defining
        .routes()
        .and(registering.routes())
        .and(dryRun.routes())
        .and(reading.routes())
        .and(ending.routes())
        .and(approving.routes());
  }
}

package waybill.exchange.hear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import waybill.contracts.Catalog;
import waybill.contracts.Compatibility;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Registered;
import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.ServiceChanged;
import waybill.contracts.catalog.VersionRegistered;
import waybill.contracts.catalog.VersionRetired;
import waybill.kit.Service;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;

/** The exchange's own copy of what was registered: the catalog's events, as they were heard. */
public final class Copies implements Registered {
  private static final Kind<ContractChanged> CONTRACT =
      Kind.entry("contract", ContractChanged.class);
  private static final Kind<VersionRegistered> VERSION =
      Kind.entry("version", VersionRegistered.class);

  private static final Kind<Latest> LATEST = Kind.entry("latest", Latest.class);
  private static final Kind<ServiceChanged> SERVICE = Kind.entry("service", ServiceChanged.class);
  private static final Kind<Bound> BOUND = Kind.entry("client", Bound.class);

  /** The highest number of a contract's versions. */
  record Latest(int number) {}

  /** Beside the version, so that asking for it does not read a schema. */
  private static final Kind<VersionRetired> RETIRED = Kind.entry("retired", VersionRetired.class);

  private final Rows rows;

  public Copies(Rows rows) {
    this.rows = rows;
  }

  /** The same service, and it knows what was registered since the deployment. */
  public Service known(Service deployed) {
    return new Service(
        deployed.name(),
        deployed.table(),
        deployed.blobs(),
        Catalog.over(deployed.catalog(), this, deployed.clock()),
        deployed.clock(),
        deployed.ids(),
        deployed.pause(),
        deployed.log());
  }

  public Row<ContractChanged> contract(String name) {
    return rows.at(CONTRACT, name);
  }

  public Row<VersionRegistered> version(String name, int number) {
    return rows.at(VERSION, new ContractId(name, number).toString());
  }

  public Row<VersionRetired> retired(String name, int number) {
    return rows.at(RETIRED, new ContractId(name, number).toString());
  }

  Row<Latest> latest(String name) {
    return rows.at(LATEST, name);
  }

  public Optional<ContractId> latestOf(String name) {
    return latest(name).value().map(latest -> new ContractId(name, latest.number()));
  }

  public Row<ServiceChanged> service(String name) {
    return rows.at(SERVICE, name);
  }

  Row<Bound> bound(String client) {
    return rows.at(BOUND, client);
  }

  public Optional<Instant> retiredAt(ContractId id) {
    return retired(id.name(), id.version()).value().map(VersionRetired::retiredAt);
  }

  @Override
  public Optional<Definition> definition(String name) {
    return contract(name).value().map(Copies::definition);
  }

  /** None before its contract is known: whoever has a version may ask who sends it. */
  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return version(id.name(), id.version())
        .value()
        .filter(version -> contract(id.name()).exists())
        .map(VersionRegistered::schema);
  }

  @Override
  public Optional<JsonNode> numbers(ContractId id) {
    return version(id.name(), id.version()).value().map(VersionRegistered::numbers);
  }

  private static Definition definition(ContractChanged told) {
    return new Definition(
        told.contract(),
        told.kind(),
        told.owner(),
        told.summary(),
        told.key(),
        Compatibility.valueOf(told.compatibility()),
        Duration.parse(told.retention()),
        told.confidential(),
        told.senders(),
        told.readers());
  }
}

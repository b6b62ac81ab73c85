package waybill.sagas.define;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Definition;
import waybill.contracts.Kind;
import waybill.contracts.Registered;
import waybill.contracts.catalog.SagaRegistered;
import waybill.contracts.saga.SagaDefinition;
import waybill.contracts.saga.SagaFile;
import waybill.contracts.saga.SagaId;
import waybill.kit.commit.Commit;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Delivery;
import waybill.kit.inbox.Reaction;

/** This service's own copy of what was registered, as it was heard: it asks nobody when it runs. */
public final class Copies implements Registered {
  private static final waybill.kit.commit.Kind<Kept> DEFINITION =
      waybill.kit.commit.Kind.entry("definition", Kept.class);
  private static final waybill.kit.commit.Kind<SagaRegistered.Told> CONTRACT =
      waybill.kit.commit.Kind.entry("contract", SagaRegistered.Told.class);
  private static final waybill.kit.commit.Kind<Listening> LISTENING =
      waybill.kit.commit.Kind.entry("listening", Listening.class);

  /** A definition as it was registered; what it names is kept beside it. */
  record Kept(SagaId id, JsonNode definition) {}

  /** Which definitions begin or cancel a saga by a contract, whichever version they name. */
  record Listening(List<SagaId> definitions) {
    static final Listening NONE = new Listening(List.of());

    Listening {
      definitions = List.copyOf(definitions);
    }

    Listening with(SagaId one) {
      List<SagaId> more = new ArrayList<>(definitions);
      more.add(one);
      return new Listening(more);
    }
  }

  private final Rows rows;
  private final Catalog builtIn;

  public Copies(Rows rows, Catalog builtIn) {
    this.rows = rows;
    this.builtIn = builtIn;
  }

  /** A version never changes: hearing of it again changes nothing. */
  public Reaction registered(Delivery<SagaRegistered> told) {
    SagaRegistered one = told.data();
    SagaId id = new SagaId(one.name(), one.version());
    SagaDefinition definition = SagaFile.read(one.definition());
    Row<Kept> row = rows.at(DEFINITION, id.toString());
    if (row.exists()) return Reaction.nothing();
    Commit commit = Commit.commit(row.put(new Kept(id, one.definition())));
    for (String contract : definition.listensTo()) {
      Row<Listening> listening = rows.at(LISTENING, contract);
      commit = commit.and(listening.put(listening.value().orElse(Listening.NONE).with(id)));
    }
    return new Reaction.Effect(withContracts(commit, one.contracts()));
  }

  private Commit withContracts(Commit commit, List<SagaRegistered.Told> contracts) {
    Commit all = commit;
    Set<String> seen = new TreeSet<>();
    for (SagaRegistered.Told one : contracts) {
      Row<SagaRegistered.Told> row = rows.at(CONTRACT, one.contract());
      boolean known = builtIn.has(ContractId.parse(one.contract())) || row.exists();
      if (!known && seen.add(one.contract())) all = all.and(row.put(one));
    }
    return all;
  }

  Optional<SagaDefinition> definition(SagaId id) {
    return rows.find(DEFINITION, id.toString()).map(kept -> SagaFile.read(kept.definition()));
  }

  List<SagaId> listeningTo(String contract) {
    return rows.find(LISTENING, contract).orElse(Listening.NONE).definitions();
  }

  Optional<Kind> kind(ContractId contract) {
    return rows.find(CONTRACT, contract.toString()).map(SagaRegistered.Told::kind);
  }

  /** Only versions are told of, and nobody here asks for more. */
  @Override
  public Optional<Definition> definition(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<JsonNode> schema(ContractId id) {
    return rows.find(CONTRACT, id.toString()).map(SagaRegistered.Told::schema);
  }
}

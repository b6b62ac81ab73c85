package waybill.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Compatibility;
import waybill.contracts.Definition;
import waybill.contracts.Kind;
import waybill.contracts.catalog.ContractChanged;
import waybill.contracts.catalog.ContractSummary;
import waybill.contracts.catalog.DefineContract;
import waybill.contracts.catalog.ShownContract;
import waybill.contracts.verdict.Policy;
import waybill.kit.commit.Place;

/** A contract: what it is for, what its versions must keep, and which there are. */
record Defined(
    String name,
    Kind kind,
    String summary,
    @Nullable String key,
    Compatibility compatibility,
    String retention,
    List<String> confidential,
    List<String> senders,
    List<String> readers,
    List<String> policies,
    List<Numbered> versions) {
  /** Each stands in the contract's item, with some 300 bytes. */
  static final int VERSIONS_MAX = 200;

  static final String ALL = "contracts";

  static final waybill.kit.commit.Kind<Defined> CONTRACT =
      waybill.kit.commit.Kind.entity("contract", Defined.class)
          .listed(one -> new Place(ALL, Alphabet.downwards(one.name)));

  private static final List<String> POLICIES = List.of(Policy.OPEN_ADDITIONS.slug());

  static Defined of(String name, DefineContract asked, List<Numbered> versions) {
    return new Defined(
        name,
        asked.kind(),
        asked.summary(),
        asked.key(),
        Compatibility.valueOf(orElse(asked.compatibility(), "BACKWARD_TRANSITIVE")),
        orElse(asked.retention(), "P30D"),
        orElse(asked.confidential(), List.of()),
        orElse(asked.senders(), sendersOf(asked.kind(), name)),
        orElse(asked.readers(), readersOf(asked.kind())),
        orElse(asked.policies(), POLICIES),
        versions);
  }

  static Defined builtIn(Definition definition, List<Numbered> versions) {
    return new Defined(
        definition.name(),
        definition.kind(),
        definition.summary(),
        definition.key(),
        definition.compatibility(),
        "P" + definition.retention().toDays() + "D",
        definition.confidential(),
        definition.senders(),
        definition.readers(),
        POLICIES,
        versions);
  }

  /** As for the built-in ones: what an owner says is the owner's, commands come from sagas. */
  private static List<String> sendersOf(Kind kind, String name) {
    return switch (kind) {
      case EVENT, REPLY, RESPONSE -> List.of(ownerOf(name));
      case COMMAND -> List.of("sagas");
      case REQUEST, CONTROL, TYPE -> List.of();
    };
  }

  /** What answers a command is for whoever sends it. */
  private static List<String> readersOf(Kind kind) {
    return kind == Kind.REPLY ? List.of("sagas") : List.of();
  }

  static String ownerOf(String name) {
    return name.substring(0, name.indexOf('.'));
  }

  String owner() {
    return ownerOf(name);
  }

  boolean isSaidByItsOwner() {
    return kind == Kind.EVENT || kind == Kind.REPLY || kind == Kind.RESPONSE;
  }

  Definition definition() {
    return new Definition(
        name,
        kind,
        owner(),
        summary,
        key,
        compatibility,
        Duration.parse(retention),
        confidential,
        senders,
        readers);
  }

  Set<Policy> accepts() {
    return policies.stream()
        .flatMap(slug -> Policy.of(slug).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  Optional<Numbered> version(int number) {
    return versions.stream().filter(one -> one.number() == number).findFirst();
  }

  Optional<Numbered> withContent(String hash) {
    return versions.stream().filter(one -> one.hash().equals(hash)).findFirst();
  }

  List<Numbered> inUse() {
    return versions.stream().filter(one -> !one.isRetired()).toList();
  }

  Optional<Numbered> latest() {
    List<Numbered> inUse = inUse();
    return inUse.isEmpty() ? Optional.empty() : Optional.of(inUse.get(inUse.size() - 1));
  }

  /** The newest one in use that is older. */
  Optional<Numbered> before(int number) {
    return inUse().stream().filter(one -> one.number() < number).reduce((older, newer) -> newer);
  }

  /** Numbers of retired versions count too: they are not used again. */
  int nextNumber() {
    return versions.isEmpty() ? 1 : versions.get(versions.size() - 1).number() + 1;
  }

  Defined adding(Numbered version) {
    List<Numbered> more = new ArrayList<>(versions);
    more.add(version);
    return with(more);
  }

  Defined changing(Numbered version) {
    return with(
        versions.stream().map(one -> one.number() == version.number() ? version : one).toList());
  }

  private Defined with(List<Numbered> others) {
    return new Defined(
        name,
        kind,
        summary,
        key,
        compatibility,
        retention,
        confidential,
        senders,
        readers,
        policies,
        List.copyOf(others));
  }

  ContractSummary summary(boolean builtIn) {
    Integer latest = latest().map(Numbered::number).orElse(null);
    return new ContractSummary(name, kind, owner(), summary, latest, builtIn);
  }

  ShownContract view(boolean builtIn) {
    return new ShownContract(
        name,
        owner(),
        kind,
        summary,
        key,
        compatibility.name(),
        retention,
        confidential,
        senders,
        readers,
        policies,
        builtIn,
        versions.stream().map(Numbered::view).toList());
  }

  ContractChanged change(Instant at) {
    return new ContractChanged(
        name,
        owner(),
        kind,
        summary,
        key,
        compatibility.name(),
        retention,
        confidential,
        senders,
        readers,
        policies,
        at);
  }

  private static <T> T orElse(@Nullable T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}

package waybill.catalog;

import static waybill.catalog.ContractsProblem.BAD_REFERENCE;
import static waybill.catalog.ContractsProblem.NOT_A_SCHEMA;
import static waybill.catalog.ContractsProblem.SCHEMA_TOO_LARGE;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import waybill.contracts.Bundle;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Profile;
import waybill.kit.problem.Refusal;

/** Schemas that somebody has sent: with what they refer to, or why they can't become versions. */
final class Candidates {
  /** Bundled. It travels in a message, of which there may be 64 KB. */
  static final int SCHEMA_BYTES_MAX = 48 * 1024;

  private static final String AT = "/schema";

  private final Contracts contracts;

  Candidates(Contracts contracts) {
    this.contracts = contracts;
  }

  /** Either the schema, ready to be frozen, or a refusal. */
  record Candidate(Bundle bundle, Optional<Refusal> refusal) {}

  Candidate of(JsonNode schema) {
    Bundle bundle =
        Bundle.of(schema, id -> contracts.has(id) ? contracts.schema(id) : Optional.empty());
    return new Candidate(bundle, refusal(bundle));
  }

  private static Optional<Refusal> refusal(Bundle bundle) {
    if (!bundle.violations().isEmpty())
      return Optional.of(BAD_REFERENCE.at(below(bundle.violations())));
    if (bundle.bytes() > SCHEMA_BYTES_MAX)
      return Optional.of(
          SCHEMA_TOO_LARGE.at(
              List.of(
                  new Violation(
                      AT, "size", "at most " + SCHEMA_BYTES_MAX + " bytes with its references"))));
    List<Violation> violations = Profile.violations(bundle.schema());
    return violations.isEmpty()
        ? Optional.empty()
        : Optional.of(NOT_A_SCHEMA.at(below(violations)));
  }

  private static List<Violation> below(List<Violation> violations) {
    return violations.stream()
        .map(one -> new Violation(AT + one.pointer(), one.rule(), one.says()))
        .toList();
  }
}

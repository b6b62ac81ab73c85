package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import waybill.contracts.verdict.Verdict.Outcome;

/** A pair of schemas, in single quotes, and what has to be said of it. */
record JudgedChange(JsonNode oldSchema, JsonNode newSchema) {

  /** {@code change(a).to(b)}: from the old schema to the new one. */
  record Old(String oldSchema) {
    JudgedChange to(String newSchema) {
      return new JudgedChange(json(oldSchema), json(newSchema));
    }
  }

  static Old change(String oldSchema) {
    return new Old(oldSchema);
  }

  Verdict verdict() {
    return Verdicts.standard().between(oldSchema, newSchema);
  }

  void isCompatible() {
    assertThat(verdict().outcome()).as("%s", this).isEqualTo(Outcome.COMPATIBLE);
  }

  /** The witness is the smallest there is, so it can be told beforehand. */
  void breaks(String keyword, String witness) {
    Verdict verdict = verdict();
    assertThat(verdict.breaks())
        .as("%s %s", this, verdict)
        .extracting(Break::keyword)
        .contains(keyword);
    assertThat(verdict.breaks()).extracting(Break::witness).contains(json(witness));
  }

  /** Several documents would do as a witness. */
  void breaks(String keyword) {
    Verdict verdict = verdict();
    assertThat(verdict.breaks())
        .as("%s %s", this, verdict)
        .extracting(Break::keyword)
        .contains(keyword);
  }

  void isUnknownBecause(String reason) {
    Verdict verdict = verdict();
    assertThat(verdict.outcome()).as("%s", verdict).isEqualTo(Outcome.UNKNOWN);
    assertThat(verdict.reason()).contains(reason);
  }
}

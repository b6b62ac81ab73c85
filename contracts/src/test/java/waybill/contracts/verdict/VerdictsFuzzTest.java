package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waybill.contracts.SchemaCheck;
import waybill.contracts.verdict.Verdict.Outcome;

/**
 * Pairs of schemas made by chance: each verdict is looked at with documents made by chance.
 *
 * <p>{@code -Dwaybill.verdict.seeds=N} judges the first N pairs, {@code -Dwaybill.verdict.seed=S}
 * only pair S.
 */
class VerdictsFuzzTest {
  private static final @Nullable Long ONLY = Long.getLong("waybill.verdict.seed");
  private static final long SEEDS = Long.getLong("waybill.verdict.seeds", 400);
  private static final int DOCUMENTS = 3_000;
  private static final int DOCUMENT_DEPTH = 3;
  private static final double SHARE_DECIDED_MIN = 0.97;

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);

  @Test
  void noDocument_contradictsAVerdict_andAlmostAllPairsAreDecided() {
    seeds().mapToObj(RandomPair::of).filter(VerdictsFuzzTest::isOfTheProfile).forEach(this::judge);

    if (ONLY != null) return;
    double unknown = outcomes.getOrDefault(Outcome.UNKNOWN, 0);
    double all = outcomes.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).isGreaterThan(SEEDS / 2.0);
    assertThat(1 - unknown / all).as("%s", outcomes).isGreaterThanOrEqualTo(SHARE_DECIDED_MIN);
  }

  private static LongStream seeds() {
    return ONLY == null ? LongStream.range(0, SEEDS) : LongStream.of(ONLY);
  }

  private static boolean isOfTheProfile(RandomPair pair) {
    return Profile.violations(pair.oldSchema()).isEmpty()
        && Profile.violations(pair.newSchema()).isEmpty();
  }

  private void judge(RandomPair pair) {
    Verdict verdict = Verdicts.standard().between(pair.oldSchema(), pair.newSchema());
    outcomes.merge(verdict.outcome(), 1, Integer::sum);
    WitnessRules rules =
        new WitnessRules("seed " + pair.seed(), pair.oldSchema(), pair.newSchema());
    verdict.breaks().forEach(rules::check);
    if (verdict.isCompatible()) lookForAWitness(pair);
  }

  private static void lookForAWitness(RandomPair pair) {
    SchemaCheck oldCheck = SchemaCheck.of(pair.oldSchema());
    SchemaCheck newCheck = SchemaCheck.of(pair.newSchema());
    RandomValues values = new RandomValues(new Random(pair.seed()));
    for (int i = 0; i < DOCUMENTS; i++) {
      JsonNode document = values.value(DOCUMENT_DEPTH);
      if (oldCheck.accepts(document))
        assertThat(newCheck.accepts(document)).as("%s\n%s", pair, document).isTrue();
    }
  }
}

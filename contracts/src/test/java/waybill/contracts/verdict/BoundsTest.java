package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static waybill.contracts.Quoted.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.contracts.Violation;
import waybill.contracts.verdict.Verdict.Outcome;

/** Whatever is asked, there is an answer in time. Time here is no measure, only an end. */
class BoundsTest {
  private static final Duration AN_END = Duration.ofSeconds(10);
  private static final Map<String, JsonNode> BOMBS = Bombs.all();
  private static final int MANY = 1_000;
  private static final double HEAP_GROWTH_MAX = 1.1;
  private static final long HEAP_NOISE_BYTES = 8 << 20;

  private static final List<JsonNode> OTHERS =
      List.of(json("{'type':'string','maxLength':3}"), json("{'type':'object'}"), json("{}"));

  /** What is refused without being looked at in full: a thousand of these take no time. */
  private static final Set<String> REFUSED_EARLY =
      Set.of(
          "laughs by $ref",
          "itself",
          "not itself",
          "nowhere",
          "elsewhere",
          "ten thousand references",
          "a megabyte of names",
          "no schema");

  static Stream<String> bombs() {
    return BOMBS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void bomb_isJudgedInTime_orNotKnownForAReason(String name) {
    JsonNode bomb = bomb(name);
    for (JsonNode other : OTHERS) {
      judge(bomb, other);
      judge(other, bomb);
    }
    judge(bomb, bomb(name));
  }

  private static void judge(JsonNode oldSchema, JsonNode newSchema) {
    Verdict verdict =
        assertTimeoutPreemptively(AN_END, () -> Verdicts.standard().between(oldSchema, newSchema));

    if (verdict.outcome() == Outcome.UNKNOWN) assertThat(verdict.reason()).isNotBlank();
    else if (verdict.outcome() == Outcome.BREAKING) assertThat(verdict.breaks()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void bomb_isTakenAsASchemaOrNot_inTime(String name) {
    List<Violation> violations =
        assertTimeoutPreemptively(AN_END, () -> Profile.violations(bomb(name)));

    assertThat(violations).allSatisfy(each -> assertThat(each.says()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void bomb_hasSamplesOrNone_inTime(String name) {
    assertTimeoutPreemptively(
        AN_END,
        () -> {
          try {
            assertThat(Samples.valid(bomb(name), 3)).hasSizeLessThanOrEqualTo(3);
          } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("no schema");
          }
        });
  }

  @Test
  void thousandBombs_leaveNothingBehind() {
    List<JsonNode> bombs =
        BOMBS.entrySet().stream()
            .filter(each -> REFUSED_EARLY.contains(each.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    assertThat(bombs).hasSameSizeAs(REFUSED_EARLY);
    judgeMany(bombs, 2 * bombs.size());
    long before = usedBytes();

    judgeMany(bombs, MANY);

    assertThat(usedBytes()).isLessThan((long) (before * HEAP_GROWTH_MAX) + HEAP_NOISE_BYTES);
  }

  private static void judgeMany(List<JsonNode> bombs, int times) {
    for (int i = 0; i < times; i++) {
      JsonNode bomb = bombs.get(i % bombs.size());
      Verdicts.standard().between(bomb, OTHERS.get(0));
      Profile.violations(bomb);
    }
  }

  private static long usedBytes() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static JsonNode bomb(String name) {
    JsonNode bomb = BOMBS.get(name);
    if (bomb == null) throw new AssertionError(name);
    return bomb;
  }
}

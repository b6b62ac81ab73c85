package waybill.contracts.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.contracts.Compatibility;
import waybill.contracts.Json;
import waybill.contracts.Kind;
import waybill.contracts.verdict.Evolution.Version;

/**
 * Which pairs are asked about, and what a policy lets pass. The judges here are told what to say.
 */
class EvolutionTest {
  private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
  private static final JsonNode NEW = Json.parse("{\"title\":\"4\"}");
  private static final List<Version> THERE = List.of(version(1), version(2), version(3));

  private static final Direction BACKWARD = Direction.BACKWARD;
  private static final JsonNode WITNESS = Json.parse("{\"b\":7}");
  private static final JsonNode MORE =
      Json.parse("{\"type\":\"object\",\"properties\":{\"a\":{},\"b\":{\"type\":\"string\"}}}");

  private final List<String> asked = new ArrayList<>();

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      value = {
        "NONE; ''",
        "BACKWARD; 3>4",
        "FORWARD; 4>3",
        "FULL; 3>4 4>3",
        "BACKWARD_TRANSITIVE; 3>4 2>4 1>4",
        "FORWARD_TRANSITIVE; 4>3 4>2 4>1",
        "FULL_TRANSITIVE; 3>4 4>3 2>4 4>2 1>4 4>1"
      })
  void aMode_asksForItsPairs(Compatibility mode, String pairs) {
    evolution(this::noting).under(mode, THERE, NEW);
    assertThat(String.join(" ", asked)).isEqualTo(pairs);
  }

  @Test
  void theFirstVersion_hasNothingToKeep() {
    for (Compatibility mode : Compatibility.values())
      assertThat(evolution(this::noting).under(mode, List.of(), NEW)).isEmpty();
  }

  @Test
  void whoReads_isAskedForward_andWhoSends_backward() {
    for (Kind kind : List.of(Kind.EVENT, Kind.REPLY, Kind.RESPONSE))
      assertThat(Role.of(kind)).extracting(Role::asksFor).containsExactly(Direction.FORWARD);
    for (Kind kind : List.of(Kind.COMMAND, Kind.REQUEST))
      assertThat(Role.of(kind)).extracting(Role::asksFor).containsExactly(Direction.BACKWARD);
    assertThat(Role.of(Kind.CONTROL)).hasSize(2);
    assertThat(Role.of(Kind.TYPE)).isEmpty();
  }

  /** The standard judge, on what it must know. */
  @Test
  void witness_isGivenForABreak() {
    Judged judged =
        new Evolution(Judge.standard(), Set.of(), CLOCK)
            .against(
                new Version(1, Json.parse("{\"type\":\"string\"}")),
                Direction.BACKWARD,
                Json.parse("{\"type\":\"integer\"}"));
    assertThat(judged.passes()).isFalse();
    assertThat(judged.verdict().breaks().get(0).witness().isTextual()).isTrue();
  }

  @Test
  void anOptionalAddition_passes_withItsRisk() {
    Judged judged = evolution(EvolutionTest::breakingUnlessClosed).against(open(), BACKWARD, MORE);
    assertThat(judged.passes()).isTrue();
    assertThat(judged.accepted())
        .containsExactly(
            new Accepted(Policy.OPEN_ADDITIONS, "type", "/properties/b/type", WITNESS));
  }

  @Test
  void withoutThePolicy_itBreaks() {
    Judged judged =
        new Evolution(EvolutionTest::breakingUnlessClosed, Set.of(), CLOCK)
            .against(open(), BACKWARD, MORE);
    assertThat(judged.passes()).isFalse();
    assertThat(judged.verdict().breaks()).hasSize(1);
    assertThat(judged.accepted()).isEmpty();
  }

  @Test
  void whatBreaksBesides_isABreakStill() {
    Judged judged = evolution((from, to) -> breaking()).against(open(), BACKWARD, MORE);
    assertThat(judged.passes()).isFalse();
    assertThat(judged.accepted()).isEmpty();
  }

  @Test
  void whatIsNotKnown_staysSo_unlessTheRestIsProved() {
    Judged unknown = evolution((from, to) -> Verdict.unknown("?")).against(open(), BACKWARD, MORE);
    assertThat(unknown.passes()).isFalse();
    Judged rest =
        evolution((from, to) -> from.has("allOf") ? Verdict.compatible() : Verdict.unknown("?"))
            .against(open(), BACKWARD, MORE);
    assertThat(rest.passes()).isTrue();
    assertThat(rest.accepted()).hasSize(1);
  }

  @Test
  void afterItsTime_nothingIsKnown() {
    Instant[] now = {Instant.EPOCH};
    Clock moving = new Moving(now);
    Evolution evolution = new Evolution((from, to) -> Verdict.compatible(), Set.of(), moving);
    assertThat(evolution.against(open(), BACKWARD, MORE).passes()).isTrue();
    now[0] = Instant.EPOCH.plus(Evolution.TIME_MAX);
    assertThat(evolution.against(open(), BACKWARD, MORE).verdict().outcome())
        .isEqualTo(Verdict.Outcome.UNKNOWN);
  }

  private static Version open() {
    return new Version(1, Json.parse("{\"type\":\"object\",\"properties\":{\"a\":{}}}"));
  }

  private static Verdict breakingUnlessClosed(JsonNode from, JsonNode to) {
    return from.has("allOf") ? Verdict.compatible() : breaking();
  }

  private static Verdict breaking() {
    return Verdict.breaking(List.of(new Break("type", null, "/properties/b/type", WITNESS)));
  }

  private Verdict noting(JsonNode from, JsonNode to) {
    asked.add(from.path("title").asText() + ">" + to.path("title").asText());
    return Verdict.compatible();
  }

  private static Evolution evolution(Judge judge) {
    return new Evolution(judge, Set.of(Policy.OPEN_ADDITIONS), CLOCK);
  }

  private static Version version(int number) {
    return new Version(number, Json.parse("{\"title\":\"" + number + "\"}"));
  }

  private static final class Moving extends Clock {
    private final Instant[] now;

    Moving(Instant[] now) {
      this.now = now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now[0];
    }
  }
}

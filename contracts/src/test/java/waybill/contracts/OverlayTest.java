package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Contracts that were registered at run time, beside the built-in ones. */
class OverlayTest {
  private static final ContractId LINE = ContractId.parse("shop.line/1");

  private final Kept kept = new Kept();
  private final Hand clock = new Hand();
  private final Catalog catalog = Catalog.over(Catalog.builtIn(), kept, clock);

  @Test
  void aRegisteredVersion_isChecked_asABuiltInOneIs() {
    kept.schemas.put(LINE, Json.parse("{\"properties\":{\"sku\":{\"type\":\"string\"}}}"));
    assertThat(catalog.has(LINE)).isTrue();
    assertThat(catalog.check(LINE, Json.parse("{\"sku\":\"tea\"}"))).isEmpty();
    assertThat(catalog.check(LINE, Json.parse("{\"sku\":7}")))
        .containsExactly(new Violation("/sku", "type", "must be a string"));
  }

  @Test
  void whatIsBuiltIn_isAskedOfNobodyElse() {
    ContractId user = ContractId.parse("users.user/1");
    kept.schemas.put(user, Json.parse("false"));
    assertThat(catalog.check(user, Json.parse("{}"))).isNotEmpty();
    assertThat(catalog.check(user, Json.parse("{}"))).isNotEmpty();
    assertThat(catalog.schema(user)).isEqualTo(Catalog.builtIn().schema(user));
    assertThat(catalog.definition("users.user").owner()).isEqualTo("users");
    assertThat(kept.asked).isEmpty();
  }

  @Test
  void aVersion_isAskedForOnce_sinceItNeverChanges() {
    kept.schemas.put(LINE, Json.parse("true"));
    for (int i = 0; i < 3; i++) catalog.check(LINE, Json.parse("1"));
    assertThat(kept.asked).containsExactly("shop.line/1");
  }

  @Test
  void aVersionThatIsMissing_isFoundAsSoonAsItIsThere() {
    assertThat(catalog.has(LINE)).isFalse();
    assertThatThrownBy(() -> catalog.check(LINE, Json.parse("1")))
        .isInstanceOf(UnknownContract.class);
    kept.schemas.put(LINE, Json.parse("true"));
    assertThat(catalog.check(LINE, Json.parse("1"))).isEmpty();
  }

  @Test
  void aDefinition_isAtMostSecondsOld() {
    kept.definitions.put("shop.line", definition("first"));
    assertThat(catalog.definition("shop.line").summary()).isEqualTo("first");
    kept.definitions.put("shop.line", definition("second"));
    assertThat(catalog.definition("shop.line").summary()).isEqualTo("first");
    clock.now = clock.now.plus(Overlay.DEFINITION_FRESH);
    assertThat(catalog.definition("shop.line").summary()).isEqualTo("second");
    assertThatThrownBy(() -> catalog.definition("shop.none")).isInstanceOf(UnknownContract.class);
  }

  @Test
  void manyVersions_areNotAllRemembered() {
    for (int n = 1; n <= Overlay.COMPILED_MAX + 1; n++) {
      ContractId id = new ContractId("shop.line", n);
      kept.schemas.put(id, Json.parse("true"));
      catalog.check(id, Json.parse("1"));
    }
    kept.asked.clear();
    catalog.check(new ContractId("shop.line", Overlay.COMPILED_MAX + 1), Json.parse("1"));
    assertThat(kept.asked).isEmpty();
    catalog.check(LINE, Json.parse("1"));
    assertThat(kept.asked).containsExactly("shop.line/1");
  }

  @Test
  void heavyVersions_areRememberedInSmallerNumbers() {
    JsonNode heavy = Json.parse("{\"title\":\"" + "x".repeat(1_000_000) + "\"}");
    for (int n = 1; n <= 5; n++) {
      kept.schemas.put(new ContractId("shop.line", n), heavy);
      catalog.check(new ContractId("shop.line", n), Json.parse("1"));
    }
    kept.asked.clear();
    for (int n = 5; n >= 1; n--) catalog.check(new ContractId("shop.line", n), Json.parse("1"));
    assertThat(kept.asked).containsExactly("shop.line/1");
  }

  @Test
  void aRegisteredSchema_reachesNothingOutside() {
    kept.schemas.put(
        LINE, Json.parse("{\"$ref\":\"classpath:/catalog/users.user/contract.json\"}"));
    assertThatThrownBy(() -> catalog.check(LINE, Json.parse("1")))
        .isInstanceOf(RuntimeException.class);
  }

  private static Definition definition(String summary) {
    return new Definition(
        "shop.line",
        Kind.TYPE,
        "shop",
        summary,
        null,
        Compatibility.BACKWARD,
        Duration.ofDays(30),
        List.of(),
        List.of(),
        List.of());
  }

  private static final class Kept implements Registered {
    final Map<String, Definition> definitions = new HashMap<>();
    final Map<ContractId, JsonNode> schemas = new HashMap<>();
    final List<String> asked = new ArrayList<>();

    @Override
    public Optional<Definition> definition(String name) {
      asked.add(name);
      return Optional.ofNullable(definitions.get(name));
    }

    @Override
    public Optional<JsonNode> schema(ContractId id) {
      asked.add(id.toString());
      return Optional.ofNullable(schemas.get(id));
    }
  }

  private static final class Hand extends Clock {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}

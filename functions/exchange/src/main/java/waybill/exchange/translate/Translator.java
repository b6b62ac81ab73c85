package waybill.exchange.translate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;
import waybill.contracts.Message;
import waybill.contracts.Violation;
import waybill.contracts.bridge.NoTranslation;
import waybill.contracts.verdict.Direction;
import waybill.contracts.verdict.Evolution;
import waybill.contracts.verdict.Judge;

/**
 * Gives a message at the version that a subscriber takes: as it is where that is proved to be the
 * same to a reader, otherwise step by step over bridges. What comes out is checked, so nobody gets
 * what its contract does not allow.
 */
public final class Translator {
  private static final int KNOWN_MAX = 10_000;

  private final Catalog catalog;
  private final Lore lore;
  private final Judge judge;
  private final Clock clock;
  private final Map<Reading, Boolean> known = new ConcurrentHashMap<>();

  /** Documents of one version, read by somebody who knows another. */
  private record Reading(String contract, int written, int read) {}

  public Translator(Catalog catalog, Lore lore, Judge judge, Clock clock) {
    this.catalog = catalog;
    this.lore = lore;
    this.judge = judge;
    this.clock = clock;
  }

  public Message to(ContractId version, Message message) throws Untranslatable {
    if (message.contract().equals(version)) return message;
    if (!catalog.has(version)) throw new Untranslatable(version + " is unknown here");
    JsonNode data = carried(message, version.version());
    List<Violation> violations = catalog.check(version, data);
    if (!violations.isEmpty())
      throw new Untranslatable(
          "would break " + version + " at '" + violations.get(0).pointer() + "'");
    return message.as(version, data);
  }

  private JsonNode carried(Message message, int to) throws Untranslatable {
    String contract = message.contract().name();
    int written = message.contract().version();
    if (isRead(new Reading(contract, written, to))) return message.data();
    return written < to
        ? up(contract, written, to, message.data())
        : down(contract, written, to, message.data());
  }

  private JsonNode up(String contract, int from, int to, JsonNode data) throws Untranslatable {
    Led led = lore.bridge(new ContractId(contract, to)).orElse(null);
    int older = led != null ? led.from() : before(contract, to);
    if (older < from) throw noWay(contract, from, to);
    JsonNode there = older == from ? data : up(contract, from, older, data);
    if (led != null) return translated(led.bridge().up()::of, there);
    return asItIs(new Reading(contract, older, to), there);
  }

  private JsonNode down(String contract, int from, int to, JsonNode data) throws Untranslatable {
    if (from == to) return data;
    Led led = lore.bridge(new ContractId(contract, from)).orElse(null);
    int older = led != null ? led.from() : before(contract, from);
    if (older < to) throw noWay(contract, from, to);
    JsonNode there =
        led != null
            ? translated(led.bridge().down()::of, data)
            : asItIs(new Reading(contract, from, older), data);
    return down(contract, older, to, there);
  }

  private interface Carrying {
    JsonNode of(JsonNode document);
  }

  private static JsonNode translated(Carrying over, JsonNode data) throws Untranslatable {
    try {
      return over.of(data);
    } catch (NoTranslation e) {
      throw new Untranslatable("the bridge " + e.getMessage());
    }
  }

  private JsonNode asItIs(Reading reading, JsonNode data) throws Untranslatable {
    if (isRead(reading)) return data;
    throw noWay(reading.contract(), reading.written(), reading.read());
  }

  private static Untranslatable noWay(String contract, int from, int to) {
    return new Untranslatable(
        "%s/%d is neither compatible with %d nor led there by bridges"
            .formatted(contract, from, to));
  }

  private int before(String contract, int version) throws Untranslatable {
    OptionalInt before =
        IntStream.iterate(version - 1, number -> number > 0, number -> number - 1)
            .filter(number -> catalog.has(new ContractId(contract, number)))
            .findFirst();
    return before.orElseThrow(() -> noWay(contract, version, 0));
  }

  /** A proof takes up to a second, and stays true. */
  private boolean isRead(Reading reading) {
    if (known.size() > KNOWN_MAX) known.clear();
    return known.computeIfAbsent(reading, this::isProved);
  }

  private boolean isProved(Reading reading) {
    var evolution = new Evolution(judge, lore.policies(reading.contract()), clock);
    var written =
        new Evolution.Version(
            reading.written(),
            catalog.schema(new ContractId(reading.contract(), reading.written())));
    JsonNode read = catalog.schema(new ContractId(reading.contract(), reading.read()));
    return evolution.against(written, Direction.BACKWARD, read).passes();
  }
}

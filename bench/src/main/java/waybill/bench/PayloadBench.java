package waybill.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.RawJackson;
import waybill.contracts.Violation;
import waybill.contracts.orders.OrdersContracts;
import waybill.contracts.orders.PlaceOrder;

/** One small document, as it comes in with a request. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 20, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class PayloadBench {
  static final String PAYLOAD =
      "{\"user_id\":\"0f3c9a52-7d41-4b0e-9c1a-5be2d7a8f6e1\""
          + ",\"lines\":[{\"sku\":\"tea-darjeeling-100\",\"quantity\":2},{\"sku\":\"biscuit-oat-and-raisin-500-g\",\"quantity\":12}]}";
  static final int BYTES = 155;

  private final byte[] bytes = PAYLOAD.getBytes(StandardCharsets.UTF_8);
  private final JsonNode tree = Json.parse(bytes);
  private final Catalog catalog = Catalog.builtIn();
  private final ObjectMapper jackson = RawJackson.mapper();
  private final Schema networknt = networknt();

  public PayloadBench() {
    if (bytes.length != BYTES) throw new IllegalStateException("of " + bytes.length + " bytes");
    if (!check().isEmpty() || !networknt.validate(tree).isEmpty())
      throw new IllegalStateException("not valid: the way of what is refused is another");
  }

  private Schema networknt() {
    Schema schema =
        SchemaRegistry.withDialect(Dialects.getDraft202012())
            .getSchema(catalog.schema(OrdersContracts.PLACE_ORDER.id()));
    schema.initializeValidators();
    return schema;
  }

  private List<Violation> check() {
    return catalog.check(OrdersContracts.PLACE_ORDER.id(), tree);
  }

  /** What the edge does with a body. */
  @Benchmark
  public PlaceOrder parseCheckBind() {
    JsonNode parsed = Json.parse(bytes);
    refuse(catalog.check(OrdersContracts.PLACE_ORDER.id(), parsed));
    return catalog.read(OrdersContracts.PLACE_ORDER, parsed);
  }

  /** The least that a body can cost: nothing is checked but that it fits the record. */
  @Benchmark
  public PlaceOrder jacksonParseBind() throws IOException {
    return jackson.readValue(bytes, PlaceOrder.class);
  }

  @Benchmark
  public JsonNode parse() {
    return Json.parse(bytes);
  }

  @Benchmark
  public JsonNode jacksonParse() throws IOException {
    return jackson.readTree(bytes);
  }

  @Benchmark
  public PlaceOrder checkBind() {
    refuse(check());
    return catalog.read(OrdersContracts.PLACE_ORDER, tree);
  }

  @Benchmark
  public PlaceOrder jacksonBind() throws JsonProcessingException {
    return jackson.treeToValue(tree, PlaceOrder.class);
  }

  @Benchmark
  public List<Violation> checkOnly() {
    return check();
  }

  @Benchmark
  public List<Error> networkntValidate() {
    return networknt.validate(tree);
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) throw new IllegalStateException("refused");
  }
}

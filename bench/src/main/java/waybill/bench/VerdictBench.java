package waybill.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
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
import org.openjdk.jmh.infra.Blackhole;
import waybill.contracts.Json;
import waybill.contracts.verdict.Verdicts;

/** All pairs of a sample, one after the other. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class VerdictBench {
  private final Pairs pairs = Pairs.inThisFork();
  private final Verdicts verdicts = Verdicts.standard();
  private final JsonNode document = Json.object();

  @Benchmark
  public void verdicts(Blackhole hole) {
    for (Pairs.Pair pair : pairs.all())
      hole.consume(verdicts.between(pair.oldSchema(), pair.newSchema()));
  }

  /** The least that a witness costs: both schemas compiled, one document checked under each. */
  @Benchmark
  public void networkntBoth(Blackhole hole) {
    for (Pairs.Pair pair : pairs.all()) {
      hole.consume(isValid(pair.oldSchema()));
      hole.consume(isValid(pair.newSchema()));
    }
  }

  private boolean isValid(JsonNode schema) {
    return SchemaRegistry.withDialect(Dialects.getDraft202012())
        .getSchema(schema)
        .validate(document)
        .isEmpty();
  }
}

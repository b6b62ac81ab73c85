package waybill.local;

import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.Faults;
import waybill.local.function.Recycling;
import waybill.local.template.Ground;

/** How a machine is to run. Everything but the template has a default. */
public record Settings(
    Path template,
    int port,
    @Nullable Path data,
    @Nullable URI target,
    String stack,
    Map<String, String> parameters,
    Clock clock,
    Faults faults,
    Recycling recycling,
    Duration gatewayPatience,
    PrintStream complaints) {
  /** API Gateway waits thirty seconds for a function. */
  private static final Duration GATEWAY_PATIENCE = Duration.ofSeconds(30);

  /** On any free port, in memory. */
  public static Settings of(Path template) {
    return new Settings(
        template,
        0,
        null,
        null,
        Ground.STACK,
        Map.of(),
        Clock.systemUTC(),
        Faults.NONE,
        Recycling.never(),
        GATEWAY_PATIENCE,
        System.err);
  }

  public Settings withPort(int number) {
    return new Settings(
        template,
        number,
        data,
        target,
        stack,
        parameters,
        clock,
        faults,
        recycling,
        gatewayPatience,
        complaints);
  }

  public Settings withData(@Nullable Path folder) {
    return new Settings(
        template,
        port,
        folder,
        target,
        stack,
        parameters,
        clock,
        faults,
        recycling,
        gatewayPatience,
        complaints);
  }

  public Settings withTarget(@Nullable URI emulator) {
    return new Settings(
        template,
        port,
        data,
        emulator,
        stack,
        parameters,
        clock,
        faults,
        recycling,
        gatewayPatience,
        complaints);
  }

  /** Under a name of its own, beside other stacks of one target. */
  public Settings withStack(String name) {
    return new Settings(
        template,
        port,
        data,
        target,
        name,
        parameters,
        clock,
        faults,
        recycling,
        gatewayPatience,
        complaints);
  }

  public Settings withParameters(Map<String, String> values) {
    return new Settings(
        template,
        port,
        data,
        target,
        stack,
        values,
        clock,
        faults,
        recycling,
        gatewayPatience,
        complaints);
  }

  public Settings withClock(Clock other) {
    return new Settings(
        template,
        port,
        data,
        target,
        stack,
        parameters,
        other,
        faults,
        recycling,
        gatewayPatience,
        complaints);
  }

  public Settings withFaults(Faults other) {
    return new Settings(
        template,
        port,
        data,
        target,
        stack,
        parameters,
        clock,
        other,
        recycling,
        gatewayPatience,
        complaints);
  }

  public Settings withRecycling(Recycling other) {
    return new Settings(
        template,
        port,
        data,
        target,
        stack,
        parameters,
        clock,
        faults,
        other,
        gatewayPatience,
        complaints);
  }

  public Settings withGatewayPatience(Duration other) {
    return new Settings(
        template,
        port,
        data,
        target,
        stack,
        parameters,
        clock,
        faults,
        recycling,
        other,
        complaints);
  }

  public Settings withComplaints(PrintStream other) {
    return new Settings(
        template,
        port,
        data,
        target,
        stack,
        parameters,
        clock,
        faults,
        recycling,
        gatewayPatience,
        other);
  }
}

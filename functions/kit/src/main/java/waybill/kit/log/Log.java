package waybill.kit.log;

import java.io.PrintStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waybill.contracts.Json;

/** Writes one JSON object a line, with the keys that log tools for Lambda look for. */
public final class Log {
  /** From the least severe on. */
  public enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR
  }

  private final PrintStream out;
  private final Clock clock;
  private final Level least;
  private final String namespace;
  private final Map<String, Object> always;

  private Log(
      PrintStream out, Clock clock, Level least, String namespace, Map<String, Object> always) {
    this.out = out;
    this.clock = clock;
    this.least = least;
    this.namespace = namespace;
    this.always = always;
  }

  public static Log to(PrintStream out, Clock clock, Level least) {
    return new Log(out, clock, least, "Waybill", Map.of());
  }

  /** The same log with its metrics under another name, so that two stacks do not share them. */
  public Log under(String other) {
    return new Log(out, clock, least, other, always);
  }

  /** The same log with one more field on each line. */
  public Log with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(always);
    more.put(name, value);
    return new Log(out, clock, least, namespace, more);
  }

  public void debug(String message, Object... fields) {
    line(Level.DEBUG, message, fields);
  }

  public void info(String message, Object... fields) {
    line(Level.INFO, message, fields);
  }

  public void warn(String message, Object... fields) {
    line(Level.WARN, message, fields);
  }

  /**
   * The stack goes along. A message's data has no place in the text of an exception. The line is a
   * metric, too: so many errors has the service.
   */
  public void error(String message, Throwable cause, Object... fields) {
    counted()
        .with("error", cause.getClass().getName())
        .with("cause", String.valueOf(cause.getMessage()))
        .with("at", places(cause))
        .line(Level.ERROR, message, fields);
  }

  private Log counted() {
    if (!always.containsKey("service")) return this;
    return with("_aws", directive(List.of("service"), List.of("errors"))).with("errors", 1);
  }

  private static String places(Throwable cause) {
    StringBuilder places = new StringBuilder();
    StackTraceElement[] stack = cause.getStackTrace();
    for (int i = 0; i < Math.min(stack.length, 12); i++)
      places.append(i == 0 ? "" : " < ").append(stack[i]);
    return places.toString();
  }

  /** A line of numbers in the form in which CloudWatch makes metrics of it, at any level. */
  public void metrics(Map<String, String> dimensions, Map<String, Number> values) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("_aws", directive(List.copyOf(dimensions.keySet()), List.copyOf(values.keySet())));
    line.putAll(dimensions);
    line.putAll(values);
    out.println(Json.write(line));
  }

  private Map<String, Object> directive(List<String> dimensions, List<String> names) {
    Map<String, Object> directive = new LinkedHashMap<>();
    directive.put("Namespace", namespace);
    directive.put("Dimensions", List.of(dimensions));
    directive.put("Metrics", names.stream().map(name -> Map.of("Name", name)).toList());
    return Map.of(
        "Timestamp", clock.instant().toEpochMilli(), "CloudWatchMetrics", List.of(directive));
  }

  /** Fields come as name, value, name, value. */
  private void line(Level level, String message, Object... fields) {
    if (level.compareTo(least) < 0) return;
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("timestamp", clock.instant().toString());
    line.put("level", level.name());
    line.put("message", message);
    line.putAll(always);
    for (int i = 0; i + 1 < fields.length; i += 2)
      line.put(String.valueOf(fields[i]), fields[i + 1]);
    out.println(Json.write(line));
  }
}

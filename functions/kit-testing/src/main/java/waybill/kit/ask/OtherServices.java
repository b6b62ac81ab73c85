package waybill.kit.ask;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import waybill.kit.http.HttpTesting;
import waybill.kit.testing.Given;
import waybill.kit.testing.HandClock;

/**
 * The other services of a deployment, as a test wants them to answer. Those that say anything are
 * found in the registry. It stands in the package of what asks, so that no wire has to be public.
 */
public final class OtherServices {
  private static final String BASE = "https://" + HttpTesting.DOMAIN;

  private final HandClock clock;
  private final Map<String, List<Saying>> byPath = new LinkedHashMap<>();
  private final List<Heard> heard = new ArrayList<>();

  public OtherServices(HandClock clock) {
    this.clock = clock;
  }

  /** Something that was asked: what, with which headers, and how long the asker would wait. */
  public record Heard(String path, Map<String, String> headers, Duration patience) {}

  /** How one answer comes about. */
  interface Saying {
    Wire.Got within(Duration patience) throws IOException;
  }

  /** A new asker, which remembers nothing yet. */
  public Ask ask() {
    return new Ask(Given.CATALOG, clock, this::answer);
  }

  /** Puts a service into the registry. */
  public OtherServices enter(String service) {
    return enter(service, true, BASE);
  }

  OtherServices enter(String service, boolean builtIn, String base) {
    return answers(
        "/services/" + service,
        200,
        """
        {"name":"%s","summary":"Another.","built_in":%s,"state":"here","provides":[],"consumes":[],"base_url":"%s"}"""
            .formatted(service, builtIn, base));
  }

  /** What comes of the next question for this path; the last one stays. */
  public OtherServices answers(String path, int status, String body) {
    String type = status < 400 ? "application/json" : "application/problem+json";
    return answers(path, status, type, body);
  }

  OtherServices answers(String path, int status, String type, String body) {
    return says(path, patience -> new Wire.Got(status, type, body));
  }

  public OtherServices refusesConnections(String path) {
    return says(
        path,
        patience -> {
          throw new ConnectException("refused");
        });
  }

  /** Takes all the time that it is given, and does not answer. */
  public OtherServices hangs(String path) {
    return says(
        path,
        patience -> {
          clock.pass(patience);
          throw new HttpTimeoutException("no answer in time");
        });
  }

  private OtherServices says(String path, Saying saying) {
    byPath.computeIfAbsent(path, none -> new ArrayList<>()).add(saying);
    return this;
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  public List<String> paths() {
    return heard.stream().map(Heard::path).toList();
  }

  private Wire.Got answer(URI uri, Map<String, String> headers, Duration patience)
      throws IOException {
    if (!uri.toString().startsWith(BASE + "/"))
      throw new AssertionError("asked of a stranger: " + uri);
    String path = uri.toString().substring(BASE.length());
    heard.add(new Heard(path, headers, patience));
    List<Saying> sayings = byPath.get(path);
    if (sayings == null) return new Wire.Got(404, "application/problem+json", "{}");
    Saying next = sayings.size() == 1 ? sayings.get(0) : sayings.remove(0);
    return next.within(patience);
  }
}

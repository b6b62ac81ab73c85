package waybill.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A machine for all tests of a class: {@code @RegisterExtension static final RunningMachine machine
 * = RunningMachine.ofTheRepository();}. With {@code -Dwaybill.target=URL} its tables and queues are
 * there, under names that no other machine has, and gone when the class is done.
 */
public final class RunningMachine implements BeforeAllCallback, AfterAllCallback {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Settings settings;
  private Settings running;
  private @Nullable Machine machine;

  private RunningMachine(Settings settings) {
    this.settings = settings;
    this.running = settings;
  }

  /** Runs the template at the root of this repository; the functions must have been packaged. */
  public static RunningMachine ofTheRepository() {
    return of(repositoryTemplate());
  }

  public static RunningMachine of(Path template) {
    return new RunningMachine(Settings.of(template));
  }

  public RunningMachine with(UnaryOperator<Settings> change) {
    return new RunningMachine(change.apply(settings));
  }

  /** In a folder of its own, so that {@link #restart} goes on where it was. */
  public RunningMachine keepingData() {
    try {
      var folder = Files.createTempDirectory(Path.of("target"), "data");
      return with(settings -> settings.withData(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path data() {
    return Objects.requireNonNull(settings.data(), "this machine keeps no data");
  }

  public static Path repositoryTemplate() {
    return Path.of("..", "template.yaml").toAbsolutePath().normalize();
  }

  /** A copy of a template with one text replaced by another, in the same folder's terms. */
  public static Path copy(Path template, Path folder, UnaryOperator<String> change) {
    try {
      var text = change.apply(Files.readString(template));
      var root = template.toAbsolutePath().getParent();
      var absolute = text.replace("CodeUri: functions/", "CodeUri: " + root + "/functions/");
      return Files.writeString(folder.resolve("template.yaml"), absolute);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    running = OnATarget.with(settings);
    machine = Machine.start(running);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    noteRights();
    machine().close();
    OnATarget.clean(running, machine().stack());
  }

  private void noteRights() {
    if (running.target() == null) NeverUsed.notes(machine().usedRights());
  }

  /** With what all names of this machine's tables and queues begin. */
  public String stackName() {
    return running.stack();
  }

  public Machine machine() {
    return Objects.requireNonNull(machine, "the machine runs only within a test class");
  }

  /** Stops the machine as a restart would and starts it again, on the same data if it has some. */
  public void restart() {
    noteRights();
    int port = machine().gateway().getPort(); // tokens name it as their issuer's
    machine().close();
    machine = Machine.start(running.withPort(port));
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(machine().gateway() + path));
  }

  public HttpRequest.Builder to(String path, String token) {
    return to(path).header("authorization", "Bearer " + token);
  }

  public HttpResponse<String> get(String path, String token) {
    return send(to(path, token));
  }

  public HttpResponse<String> get(String path) {
    return send(to(path));
  }

  public HttpResponse<String> post(String path, String token, String json) {
    return send(
        to(path, token)
            .header("content-type", "application/json")
            .POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> post(String path, String json) {
    return send(
        to(path).header("content-type", "application/json").POST(BodyPublishers.ofString(json)));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

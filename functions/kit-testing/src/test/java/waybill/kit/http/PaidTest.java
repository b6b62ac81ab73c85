package waybill.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import waybill.contracts.form.Format;
import waybill.contracts.users.User;
import waybill.contracts.users.UsersContracts;
import waybill.kit.http.Api.Event;

/** What forms cost a function: counted are the classes that it asks for, from its start on. */
class PaidTest {
  private static final Set<String> OF_ALL_FORMS =
      Set.of(
          "waybill.contracts.form.Form",
          "waybill.contracts.form.Format",
          "waybill.contracts.form.Unmappable");

  @Test
  void whoSpeaksJson_loadsNothingOfOtherForms() throws Exception {
    Event event = Event.register(Written.ADA).header("Accept", "application/json, */*;q=0.5");

    assertThat(loadedFor(event)).contains(Edge.class.getName()).noneMatch(PaidTest::isOfAForm);
  }

  @Test
  void whoSpeaksCbor_loadsItAndNoOther() throws Exception {
    assertThat(loadedFor(Written.register(Format.CBOR)))
        .anyMatch(name -> name.startsWith("waybill.contracts.form.Cbor"))
        .noneMatch(name -> name.startsWith("javax.xml"))
        .noneMatch(name -> name.startsWith("waybill.contracts.form.Xml"))
        .noneMatch(name -> name.startsWith("waybill.contracts.form.Proto"));
  }

  /** Jackson looks for {@code org.w3c.dom} by itself. */
  private static boolean isOfAForm(String name) {
    return (name.startsWith("waybill.contracts.form.") && !OF_ALL_FORMS.contains(name))
        || name.startsWith("com.fasterxml.jackson.dataformat.")
        || name.startsWith("com.google.protobuf.")
        || name.startsWith("javax.xml.")
        || name.startsWith("org.xml.sax.");
  }

  private static Set<String> loadedFor(Event event) throws Exception {
    try (Loader loader = new Loader()) {
      Object answer =
          loader
              .loadClass(Function.class.getName())
              .getMethod("answer", String.class)
              .invoke(null, event.json().toString());
      assertThat(answer.toString()).contains("\"statusCode\":200").contains("ada@example.org");
      return loader.asked;
    }
  }

  /** A function as Lambda would make it, in a world of its own; it writes nothing. */
  public static final class Function extends HttpFunction {
    private static final Map<String, String> ENVIRONMENT =
        Map.of(
            "SERVICE", "users",
            "TABLE", "users",
            "BLOBS", "none",
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "id",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "LOG_LEVEL", "ERROR");

    Function() {
      super(
          ENVIRONMENT,
          service ->
              Routes.of(
                  Route.post(
                      "/users",
                      UsersContracts.REGISTER_USER,
                      UsersContracts.USER,
                      request ->
                          Answer.ok(
                              new User("u", request.body().email(), request.body().name())))));
    }

    public static String answer(String event) throws IOException {
      var out = new ByteArrayOutputStream();
      var in = new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8));
      new Function().handleRequest(in, out, context());
      return out.toString(StandardCharsets.UTF_8);
    }

    private static Context context() {
      return (Context)
          Proxy.newProxyInstance(
              Function.class.getClassLoader(),
              new Class<?>[] {Context.class},
              (proxy, method, arguments) -> 10_000);
    }
  }

  /** Sees every name that a class outside the JDK asks for. */
  private static final class Loader extends URLClassLoader {
    private final Set<String> asked = new TreeSet<>();

    Loader() {
      super(classPath(), ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      Class<?> found = super.loadClass(name, resolve);
      asked.add(name);
      return found;
    }

    private static URL[] classPath() {
      String separator = System.getProperty("path.separator");
      return Arrays.stream(System.getProperty("java.class.path").split(separator, -1))
          .map(Loader::url)
          .toArray(URL[]::new);
    }

    private static URL url(String entry) {
      try {
        return Path.of(entry).toUri().toURL();
      } catch (MalformedURLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}

package waybill.repository;

import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.local.template.FunctionSpec;

/** The functions' classes, from the very archives that are deployed. */
final class Handlers {
  /** What Lambda, and here the machine in its place, adds to the environment. */
  static final Map<String, String> LAMBDAS_OWN =
      Map.of(
          "AWS_REGION", "eu-central-1",
          "AWS_ACCESS_KEY_ID", "key",
          "AWS_SECRET_ACCESS_KEY", "secret",
          "AWS_ENDPOINT_URL_DYNAMODB", "http://localhost:1",
          "AWS_ENDPOINT_URL_SQS", "http://localhost:1");

  private static final ClassLoader LOADER =
      new URLClassLoader(
          TheTemplate.STACK.functions().stream()
              .map(FunctionSpec::codeUri)
              .distinct()
              .map(Repository::file)
              .map(Handlers::url)
              .toArray(URL[]::new),
          Handlers.class.getClassLoader());

  static Class<?> type(FunctionSpec function) throws ClassNotFoundException {
    return Class.forName(function.handler(), false, LOADER);
  }

  static Map<String, String> environment(FunctionSpec function) {
    Map<String, String> environment = new HashMap<>(LAMBDAS_OWN);
    environment.putAll(function.environment());
    return environment;
  }

  /** As Lambda does it; nothing is called before the first event. */
  static Object start(FunctionSpec function, Map<String, String> environment) throws Exception {
    try {
      return type(function).getConstructor(Map.class).newInstance(environment);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) throw cause;
      throw e;
    }
  }

  /** What a started function says of itself, unless its kind says nothing of the sort. */
  static Optional<Set<String>> says(FunctionSpec function, String method) throws Exception {
    try {
      Object started = start(function, environment(function));
      Set<?> said = (Set<?>) started.getClass().getMethod(method).invoke(started);
      return Optional.of(said.stream().map(String::valueOf).collect(Collectors.toSet()));
    } catch (NoSuchMethodException e) {
      return Optional.empty();
    } catch (IllegalStateException e) {
      throw new AssertionError(function.id() + " does not start", e);
    }
  }

  private static URL url(Path archive) {
    try {
      return archive.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private Handlers() {}
}

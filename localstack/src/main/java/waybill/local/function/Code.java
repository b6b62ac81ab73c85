package waybill.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import waybill.local.template.FunctionSpec;
import waybill.local.template.TemplateException;

/**
 * The classes of all functions under one loader: what services share is loaded once, and the AWS
 * SDK and Jackson come from this machine's own class path. Lambda would keep functions apart; here
 * only their instances are.
 */
public final class Code implements AutoCloseable {
  private final URLClassLoader loader;

  private Code(URLClassLoader loader) {
    this.loader = loader;
  }

  /** Opens the archives and makes sure that every handler is in them. */
  public static Code load(Path folder, List<FunctionSpec> functions) {
    var archives = new LinkedHashSet<Path>();
    for (var function : functions) {
      var archive = folder.resolve(function.codeUri()).normalize();
      if (!Files.exists(archive)) {
        throw new TemplateException(
            "%s: there is no %s. Build it: ./waybill up, or mvn package"
                .formatted(function.id(), function.codeUri()));
      }
      archives.add(archive);
    }
    var loader =
        new URLClassLoader(
            archives.stream().map(Code::url).toArray(URL[]::new),
            new MachineClasses(Code.class.getClassLoader()));
    var code = new Code(loader);
    functions.forEach(code::handler);
    return code;
  }

  private static URL url(Path archive) {
    try {
      return archive.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The constructor that takes the function's environment. */
  Constructor<? extends RequestStreamHandler> handler(FunctionSpec function) {
    var name = function.handler().replace("::handleRequest", "");
    try {
      return Class.forName(name, false, loader)
          .asSubclass(RequestStreamHandler.class)
          .getConstructor(Map.class);
    } catch (ClassNotFoundException | NoClassDefFoundError e) {
      throw refused(function, "is not in " + function.codeUri());
    } catch (ClassCastException e) {
      throw refused(function, "is not a RequestStreamHandler");
    } catch (NoSuchMethodException e) {
      throw refused(function, "has no public constructor that takes Map<String, String>");
    }
  }

  private static TemplateException refused(FunctionSpec function, String why) {
    return new TemplateException(
        "%s cannot be loaded: its handler %s %s".formatted(function.id(), function.handler(), why));
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}

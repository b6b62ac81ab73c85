package waybill.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A template as its file has it. {@link #on} says what it means. */
public final class Template {
  private final Path file;
  private final Fields content;
  private final Known known = Known.load();

  private Template(Path file, Fields content) {
    this.file = file;
    this.content = content;
  }

  public static Template read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new TemplateException(file + " cannot be read");
    }
    return named(file, () -> new Template(file, Fields.of("", Yaml.read(text))));
  }

  public Path folder() {
    var parent = file.toAbsolutePath().getParent();
    return parent == null ? Path.of("/") : parent;
  }

  public Stack on(Ground ground) {
    return named(file, () -> interpret(ground));
  }

  private Stack interpret(Ground ground) {
    known.check("Sections", "Template", "", content.map());
    var parameters = Parameters.values(content.fields("Parameters"), ground.parameters());
    var declared = content.fields("Resources");
    checkTypes(declared);
    var resolver = new Resolver(parameters, declared, ground);
    var conditions = Conditions.of(content.fields("Conditions"), resolver);
    var resources = conditions.kept(declared);
    resolver.resolve("Outputs", conditions.kept(content.fields("Outputs")).map());
    return new Interpreter(resources(resources, resolver), known).stack();
  }

  private void checkTypes(Fields resources) {
    resources.each(
        (id, resource) -> {
          if (!known.has("Resources", resource.text("Type"))) {
            throw TemplateException.unknown(id + ".Type = " + resource.text("Type"));
          }
          for (var other : resource.texts("DependsOn")) {
            if (!resources.has(other)) {
              throw new TemplateException(
                  id + ".DependsOn names " + other + ", which is not in the template");
            }
          }
        });
  }

  private Map<String, Resource> resources(Fields declared, Resolver resolver) {
    var global =
        Fields.of(
            "Globals.Function",
            resolver.resolve("Globals.Function", content.fields("Globals").get("Function")));
    var resources = new LinkedHashMap<String, Resource>();
    known.check("Globals", "Function", global.path(), global.map());
    declared.each(
        (id, resource) -> {
          var type = resource.text("Type");
          var path = id + ".Properties";
          @Nullable Object own = resource.fields("Properties").map();
          if (type.equals("AWS::Serverless::Function")) {
            own = Globals.merge(global.map(), resource.fields("Properties").map());
          }
          var resolved = resolver.resolve(path, own);
          known.check("Resources", type, path, resolved);
          resources.put(
              id,
              new Resource(
                  id,
                  type,
                  Fields.of(path, resolved),
                  Names.of(id, resource, resolver, resolver.ground())));
        });
    return resources;
  }

  private static <T> T named(Path file, Supplier<T> work) {
    try {
      return work.get();
    } catch (TemplateException e) {
      throw new TemplateException(file.getFileName() + ": " + e.getMessage());
    }
  }
}

package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.io.OutputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in catalog travels with the class, however that is packed and loaded. */
class LoadingTest {
  private static final List<Class<?>> LIBRARIES =
      List.of(JsonValue.class, JsonFactory.class, ObjectMapper.class, Schema.class, Nullable.class);

  @TempDir Path folder;

  @Test
  void fromAJar_whoseFoldersHaveNoEntries_allContractsAreFound() throws Exception {
    try (URLClassLoader loader = loader(jar("a jar+%20.jar"))) {
      assertThat(contracts(loader)).isEqualTo(Catalog.builtIn().contracts().toString());
    }
  }

  @Test
  void closingOneLoader_leavesAnotherOfTheSameJarAlone() throws Exception {
    Path jar = jar("shared.jar");
    try (URLClassLoader stays = loader(jar)) {
      try (URLClassLoader goes = loader(jar)) {
        assertThat(contracts(goes)).isNotEmpty();
      }
      assertThat(contracts(stays)).isEqualTo(Catalog.builtIn().contracts().toString());
      assertThat(violations(stays)).contains("pointer=/email", "pointer=/name");
    }
  }

  private static String contracts(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> catalog = loader.loadClass(Catalog.class.getName());
    assertThat(catalog).isNotSameAs(Catalog.class);
    Object builtIn = catalog.getMethod("builtIn").invoke(null);
    return String.valueOf(catalog.getMethod("contracts").invoke(builtIn));
  }

  private static String violations(ClassLoader loader) throws ReflectiveOperationException {
    Class<?> catalog = loader.loadClass(Catalog.class.getName());
    Class<?> contractId = loader.loadClass(ContractId.class.getName());
    Class<?> json = loader.loadClass(Json.class.getName());
    Class<?> node = loader.loadClass("com.fasterxml.jackson.databind.JsonNode");
    Object id = contractId.getMethod("parse", String.class).invoke(null, "users.register-user/1");
    Object document = json.getMethod("parse", String.class).invoke(null, "{}");
    Object builtIn = catalog.getMethod("builtIn").invoke(null);
    return String.valueOf(
        catalog.getMethod("check", contractId, node).invoke(builtIn, id, document));
  }

  private static URLClassLoader loader(Path jar) throws IOException, URISyntaxException {
    List<URL> urls = new ArrayList<>(List.of(jar.toUri().toURL()));
    for (Class<?> library : LIBRARIES) {
      urls.add(source(library));
    }
    urls.add(source(org.slf4j.Logger.class));
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  private static URL source(Class<?> type) throws MalformedURLException {
    return type.getProtectionDomain().getCodeSource().getLocation();
  }

  private Path jar(String name) throws IOException, URISyntaxException {
    Path classes = Path.of(source(Catalog.class).toURI());
    Path jar = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        entries.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, entries);
      }
    }
    return jar;
  }
}

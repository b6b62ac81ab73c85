package waybill.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** The catalog that is packed beside this class: in a folder of classes or in any jar. */
final class ClassPathFiles implements CatalogFiles {
  /** A jar need not have entries for its folders, so the folder is found by a file in it. */
  private static final String ANCHOR = "services/exchange.json";

  private final String folder;

  /** Listed once: what is packed does not change while it runs. */
  private volatile @Nullable Collection<String> listed;

  ClassPathFiles(String folder) {
    this.folder = folder;
  }

  @Override
  public byte @Nullable [] read(String path) {
    try (InputStream in = Catalog.class.getResourceAsStream("/" + folder + path)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Collection<String> paths() {
    Collection<String> known = listed;
    if (known == null) listed = known = list();
    return known;
  }

  private Collection<String> list() {
    URL anchor = Catalog.class.getResource("/" + folder + ANCHOR);
    if (anchor == null) {
      throw new IllegalStateException("the built-in catalog is not on the class path");
    }
    try {
      return switch (anchor.getProtocol()) {
        case "file" -> new FolderFiles(folderOf(anchor)).paths();
        case "jar" -> entries(anchor.openConnection());
        default -> throw new IllegalStateException("can't list what is under " + anchor);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folderOf(URL anchor) {
    String uri = anchor.toString();
    return Path.of(URI.create(uri.substring(0, uri.length() - ANCHOR.length())));
  }

  private List<String> entries(URLConnection connection) throws IOException {
    // A cached JarFile would be shared with class loaders, and closing it would break them.
    connection.setUseCaches(false);
    try (JarFile jar = ((JarURLConnection) connection).getJarFile()) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .filter(name -> name.startsWith(folder))
          .map(name -> name.substring(folder.length()))
          .toList();
    }
  }
}

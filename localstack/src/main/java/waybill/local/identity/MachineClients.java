package waybill.local.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The machine clients that this pool has given tokens to. */
final class MachineClients {
  private final @Nullable Path file;
  private final Set<String> names = ConcurrentHashMap.newKeySet();

  MachineClients(@Nullable Path folder) {
    file = folder == null ? null : folder.resolve("machine-clients");
    try {
      if (file != null && Files.exists(file)) names.addAll(Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized void add(String name) {
    if (!names.add(name) || file == null) return;
    try {
      Files.writeString(file, name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String name) {
    return names.contains(name);
  }
}

package waybill.local.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of the pool; with a folder they are on the disk before anybody hears of it. */
final class Accounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable Path file;
  private final Map<String, Account> byName;

  Accounts(@Nullable Path folder) {
    file = folder == null ? null : folder.resolve("people.json");
    try {
      byName =
          file != null && Files.exists(file)
              ? JSON.readValue(
                  file.toFile(), new TypeReference<LinkedHashMap<String, Account>>() {})
              : new LinkedHashMap<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Optional<Account> find(String username) {
    return Optional.ofNullable(byName.get(username));
  }

  /** The last who was sent one. */
  synchronized Optional<String> codeOf(String email) {
    return byName.values().stream()
        .filter(account -> email.equalsIgnoreCase(account.sentTo()))
        .flatMap(account -> Optional.ofNullable(account.code()).stream())
        .reduce((one, later) -> later);
  }

  /** False if there is one of that name. */
  synchronized boolean add(Account account) {
    if (byName.containsKey(account.username())) return false;
    put(account);
    return true;
  }

  synchronized void put(Account account) {
    byName.put(account.username(), account);
    if (file == null) return;
    try {
      var part = SigningKey.ownersOnly(file.resolveSibling("people.part"));
      Files.write(part, JSON.writeValueAsBytes(byName));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

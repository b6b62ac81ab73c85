package waybill.local.identity;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The people of the pool; with a folder they are on the disk before anybody hears of it. */
public final class Accounts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final @Nullable Path file;
  private final Map<String, Account> byName;

  public Accounts(@Nullable Path folder) {
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

  /** By name or email, as at the pool's own page. */
  synchronized Optional<Account> whoLogsIn(String nameOrEmail) {
    return find(nameOrEmail)
        .or(
            () ->
                byName.values().stream()
                    .filter(account -> account.email().equalsIgnoreCase(nameOrEmail))
                    .findFirst());
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
      Private.write(file, JSON.writeValueAsBytes(byName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

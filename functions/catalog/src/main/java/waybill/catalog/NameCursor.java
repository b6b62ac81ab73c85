package waybill.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.kit.commit.BadCursor;

/** Where a page of a list of names ended. */
final class NameCursor {

  private NameCursor() {}

  static @Nullable String write(@Nullable String name) {
    return name == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }

  static String read(String cursor, Predicate<String> isName) {
    try {
      String name = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (isName.test(name)) return name;
    } catch (IllegalArgumentException e) {
      // Not Base64: no cursor of ours either.
    }
    throw new BadCursor();
  }
}

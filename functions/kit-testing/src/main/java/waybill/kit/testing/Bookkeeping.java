package waybill.kit.testing;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds what {@link KeepsBooks} among the fields of a test; a test without any is mistaken. */
final class Bookkeeping implements AfterEachCallback {

  /** Other tests may leave behind what they like. */
  @Override
  public void afterEach(ExtensionContext context) throws IllegalAccessException {
    if (!context.getRequiredTestMethod().getName().matches("row[0-9]+_.*")) return;
    List<KeepsBooks> books = booksOf(context.getRequiredTestInstance());
    if (books.isEmpty()) throw new IllegalStateException("nothing in this test keeps books");
    if (context.getExecutionException().isEmpty()) books.forEach(KeepsBooks::balance);
  }

  private static List<KeepsBooks> booksOf(Object test) throws IllegalAccessException {
    List<KeepsBooks> books = new ArrayList<>();
    for (Class<?> type = test.getClass(); type != Object.class; type = type.getSuperclass())
      for (Field field : type.getDeclaredFields()) {
        field.setAccessible(true);
        if (field.get(test) instanceof KeepsBooks one) books.add(one);
      }
    return books;
  }
}

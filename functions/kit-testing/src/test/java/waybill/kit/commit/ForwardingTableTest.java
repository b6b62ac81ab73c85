package waybill.kit.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import waybill.kit.testing.NoBooks;

@NoBooks("who is asked")
class ForwardingTableTest {

  /** A default method would ask the view, row by row, where the table itself shares a request. */
  @Test
  void whatTheTableDoesInOneRequest_aViewAsksOfItInOne() {
    assertThat(signatures(ForwardingTable.class)).containsAll(signatures(Table.class));
  }

  private static Set<String> signatures(Class<?> of) {
    return Arrays.stream(of.getDeclaredMethods())
        .filter(method -> !isShorthand(method))
        .map(method -> method.getName() + Arrays.toString(method.getParameterTypes()))
        .collect(Collectors.toSet());
  }

  private static boolean isShorthand(Method method) {
    return method.isSynthetic()
        || (method.getName().equals("list") && method.getParameterCount() == 3);
  }
}

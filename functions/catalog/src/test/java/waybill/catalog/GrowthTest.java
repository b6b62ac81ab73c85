package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Archive.SHOP;
import static waybill.catalog.Archive.TEXT;
import static waybill.catalog.Archive.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import waybill.contracts.verdict.Judge;
import waybill.kit.commit.Table;
import waybill.kit.http.HttpTesting.Answered;

/** However many contracts there are, a request asks the table as often as before. */
class GrowthTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final Archive archive = new Archive(Judge.standard(), this::counted);
  private int size;

  @Test
  void theTable_isAskedAsOftenAtAThousandContracts_asAtTen() {
    Map<String, Integer> atTen = counts(10);
    assertThat(atTen).hasSize(5).doesNotContainValue(0);
    assertThat(counts(1_000)).isEqualTo(atTen);
  }

  private Map<String, Integer> counts(int contracts) {
    while (size < contracts) {
      assertThat(define().status()).isEqualTo(201);
      assertThat(register().status()).isEqualTo(201);
    }
    String some = "/contracts/shop.c" + size / 2;
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("define", count(this::define));
    counts.put("register", count(this::register));
    counts.put("get", count(() -> archive.get(some)));
    counts.put("get a version", count(() -> archive.get(some + "/versions/1")));
    counts.put("list", count(() -> archive.get("/contracts?limit=20&owner=shop")));
    return counts;
  }

  private int count(Supplier<Answered> asked) {
    int before = calls.get();
    assertThat(asked.get().status()).isLessThan(300);
    return calls.get() - before;
  }

  private Answered define() {
    return archive.define("shop.c" + ++size, "event");
  }

  private Answered register() {
    return archive.as(SHOP).post("/contracts/shop.c" + size + "/versions", schema(TEXT));
  }

  private Table counted(Table table) {
    return (Table)
        Proxy.newProxyInstance(
            Table.class.getClassLoader(),
            new Class<?>[] {Table.class},
            (proxy, method, arguments) -> {
              calls.incrementAndGet();
              try {
                return method.invoke(table, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}

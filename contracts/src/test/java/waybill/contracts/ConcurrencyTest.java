package waybill.contracts;

import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;

/** A function's first requests may arrive together, before anything is compiled. */
class ConcurrencyTest {
  private static final int THREADS = 16;

  private record Case(ContractId id, Example example) {}

  private static final List<Case> CASES =
      Catalog.builtIn().contracts().stream()
          .flatMap(id -> Catalog.builtIn().examples(id).stream().map(e -> new Case(id, e)))
          .toList();

  @RepeatedTest(10)
  void firstUse_byManyThreadsAtOnce_judgesAsLater() throws Exception {
    Catalog fresh = Catalog.at(Path.of("catalog"));
    CyclicBarrier start = new CyclicBarrier(THREADS);
    Callable<List<List<Violation>>> judging =
        () -> {
          start.await();
          return verdicts(fresh);
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<List<List<Violation>>> one : threads.invokeAll(nCopies(THREADS, judging))) {
        assertThat(one.get()).isEqualTo(verdicts(Catalog.builtIn()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<List<Violation>> verdicts(Catalog catalog) {
    return CASES.stream().map(c -> catalog.check(c.id(), c.example().document())).toList();
  }
}

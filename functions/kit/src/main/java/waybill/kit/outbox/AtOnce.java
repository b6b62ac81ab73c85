package waybill.kit.outbox;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Works through many things that mostly wait for answers. A few are done one after the other. */
final class AtOnce {
  private final int threads;

  AtOnce(int threads) {
    this.threads = threads;
  }

  <T> void each(List<T> things, Consumer<T> work) {
    if (things.size() <= threads) things.forEach(work);
    else together(things, work);
  }

  /**
   * All is done, or has failed, when this returns: nothing is left running in a frozen process. The
   * first failure is told then.
   */
  private <T> void together(List<T> things, Consumer<T> work) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Object>> all =
          things.stream().map(thing -> Executors.callable(() -> work.accept(thing))).toList();
      for (Future<Object> one : pool.invokeAll(all)) finish(one);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      pool.shutdown();
    }
  }

  private static void finish(Future<?> one) {
    try {
      one.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) throw error;
      throw new IllegalStateException("what was due could not be gone on with", e.getCause());
    }
  }
}

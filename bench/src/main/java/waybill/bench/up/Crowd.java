package waybill.bench.up;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Many at once, each doing the next thing as soon as it has done one. */
final class Crowd {
  private Crowd() {}

  static void does(int many, int things, IntConsumer thing) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(many);
    for (int one = 0; one < many; one++) {
      Thread thread =
          new Thread(
              () -> {
                try {
                  for (int at = next.getAndIncrement(); at < things; at = next.getAndIncrement())
                    thing.accept(at);
                } catch (RuntimeException e) {
                  failure.set(e);
                } finally {
                  done.countDown();
                }
              },
              "crowd");
      thread.setDaemon(true);
      thread.start();
    }
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    if (failure.get() != null) throw new IllegalStateException(failure.get());
  }
}

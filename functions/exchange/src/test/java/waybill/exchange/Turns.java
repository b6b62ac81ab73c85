package waybill.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Invocations that run at once, one call at a time: each stops before every call to a table or a
 * queue until it is its turn again. So exactly one runs, and the seed alone says which.
 */
final class Turns implements AutoCloseable {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "invocation");
            thread.setDaemon(true);
            return thread;
          });
  private final List<Invocation> running = new ArrayList<>();
  private final Random random;

  /** Handed over with the semaphores, like everything that the invocations touch. */
  private @Nullable Invocation onTurn;

  Turns(Random random) {
    this.random = random;
  }

  private final class Invocation {
    private final Runnable work;
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private boolean killed;
    private boolean ended;
    private @Nullable Throwable failure;

    private Invocation(Runnable work) {
      this.work = work;
    }

    private void run() {
      turn.acquireUninterruptibly();
      try {
        if (!killed) work.run();
      } catch (Killed e) {
        // That was the plan.
      } catch (RuntimeException | Error e) {
        failure = e;
      } finally {
        ended = true;
        back.release();
      }
    }

    private void goOn() {
      onTurn = this;
      turn.release();
      back.acquireUninterruptibly();
      onTurn = null;
      if (failure != null) throw new IllegalStateException("an invocation failed", failure);
    }

    private void stop() {
      if (!killed) {
        back.release();
        turn.acquireUninterruptibly();
      }
      if (killed) throw new Killed();
    }
  }

  /** To be told before each call; outside of an invocation nothing stops. */
  void beforeCall() {
    Invocation invocation = onTurn;
    if (invocation == null || (goesOn() && !invocation.killed)) return;
    invocation.stop();
  }

  /** Each change of turns costs two changes of threads; not to change is a choice, too. */
  private boolean goesOn() {
    return random.nextInt(3) > 0;
  }

  void start(Runnable work) {
    Invocation invocation = new Invocation(work);
    running.add(invocation);
    THREADS.execute(invocation::run);
  }

  boolean areOver() {
    return running.isEmpty();
  }

  /** One of them goes on to its next call. */
  void next() {
    Invocation invocation = running.get(random.nextInt(running.size()));
    try {
      invocation.goOn();
    } finally {
      if (invocation.ended) running.remove(invocation);
    }
  }

  /** The machine of one of them is gone. */
  void kill() {
    running.get(random.nextInt(running.size())).killed = true;
  }

  void untilOver() {
    while (!areOver()) next();
  }

  @Override
  public void close() {
    for (Invocation invocation : running) invocation.killed = true;
    untilOver();
  }
}

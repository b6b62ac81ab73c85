package waybill.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import waybill.local.aws.AccessKey;
import waybill.local.function.Outcome.Answered;
import waybill.local.function.Outcome.Cause;
import waybill.local.function.Outcome.Failed;

/** One sandbox of a function: one invocation at a time, with an access key of its own. */
final class Instance {
  private final RequestStreamHandler handler;
  private final AccessKey key;
  private final ClassLoader loader;
  private final Death death;

  Instance(RequestStreamHandler handler, AccessKey key, ClassLoader loader, Death death) {
    this.handler = handler;
    this.key = key;
    this.loader = loader;
    this.death = death;
  }

  /** How an instance learns that a fault has ended it: its running invocation fails at once. */
  static final class Death {
    private final AtomicReference<@Nullable CompletableFuture<Outcome>> running =
        new AtomicReference<>();
    private volatile boolean happened;

    void now() {
      happened = true;
      var invocation = running.get();
      if (invocation != null) invocation.complete(killed());
    }

    private static Outcome killed() {
      return new Failed(Cause.KILLED, "the instance was killed");
    }
  }

  Outcome run(byte[] event, Invocation invocation, ExecutorService executor)
      throws InterruptedException {
    var outcome = new CompletableFuture<Outcome>();
    death.running.set(outcome);
    if (death.happened) return Death.killed();
    var task = executor.submit(() -> outcome.complete(handle(event, invocation)));
    try {
      return outcome.get(invocation.deadlineNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      var seconds = invocation.function().timeout().toSeconds();
      return new Failed(Cause.TIMED_OUT, "Task timed out after " + seconds + " seconds");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private Outcome handle(byte[] event, Invocation invocation) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    var out = new ByteArrayOutputStream();
    try {
      handler.handleRequest(new ByteArrayInputStream(event), out, invocation);
      return new Answered(out.toByteArray());
    } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
      return new Failed(Cause.ERROR, e.toString());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  void discard() {
    key.revoke();
  }
}

package waybill.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import waybill.local.aws.AccessKey;
import waybill.local.aws.AccessKeys;
import waybill.local.function.Outcome.Answered;
import waybill.local.function.Outcome.Cause;
import waybill.local.function.Outcome.Failed;
import waybill.local.template.FunctionSpec;

/** The instances of one function. */
final class FunctionPool {
  private final FunctionSpec function;
  private final Constructor<? extends RequestStreamHandler> handler;
  private final Function<AccessKey, Map<String, String>> environment;
  private final AccessKeys keys;
  private final Recycling recycling;
  private final ExecutorService executor;
  private final Semaphore free;
  private final ConcurrentLinkedDeque<Instance> idle = new ConcurrentLinkedDeque<>();

  FunctionPool(
      FunctionSpec function,
      Constructor<? extends RequestStreamHandler> handler,
      Function<AccessKey, Map<String, String>> environment,
      AccessKeys keys,
      Recycling recycling,
      ExecutorService executor) {
    this.function = function;
    this.handler = handler;
    this.environment = environment;
    this.keys = keys;
    this.recycling = recycling;
    this.executor = executor;
    this.free = new Semaphore(function.concurrencyMax());
  }

  Outcome invoke(byte[] event) throws InterruptedException {
    if (!free.tryAcquire()) return new Failed(Cause.THROTTLED, "Rate Exceeded.");
    try {
      return invokeOn(take(), event);
    } catch (ReflectiveOperationException e) {
      return new Failed(Cause.ERROR, "it does not start: " + reason(e));
    } finally {
      free.release();
    }
  }

  private Outcome invokeOn(Instance instance, byte[] event) throws InterruptedException {
    var deadline = System.nanoTime() + function.timeout().toNanos();
    var invocation = new Invocation(function, UUID.randomUUID().toString(), deadline);
    Outcome outcome = new Failed(Cause.ERROR, "interrupted");
    try {
      outcome = instance.run(event, invocation, executor);
      return outcome;
    } finally {
      keepOrDiscard(instance, outcome);
    }
  }

  /** An error leaves the instance as it is; only what hangs or died goes, as on Lambda. */
  private void keepOrDiscard(Instance instance, Outcome outcome) {
    var usable =
        outcome instanceof Answered
            || (outcome instanceof Failed failed && failed.cause() == Cause.ERROR);
    if (usable && !recycling.now()) {
      idle.push(instance);
    } else {
      instance.discard();
    }
  }

  private Instance take() throws ReflectiveOperationException {
    var waiting = idle.poll();
    return waiting != null ? waiting : start();
  }

  private Instance start() throws ReflectiveOperationException {
    var death = new Instance.Death();
    var key = keys.forInstance(function, death::now);
    var loader = handler.getDeclaringClass().getClassLoader();
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      return new Instance(handler.newInstance(environment.apply(key)), key, loader, death);
    } catch (ReflectiveOperationException | RuntimeException e) {
      key.revoke();
      throw e;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String reason(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException wrapped
        ? String.valueOf(wrapped.getTargetException())
        : e.toString();
  }
}

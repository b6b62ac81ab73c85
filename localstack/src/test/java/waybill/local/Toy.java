package waybill.local;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A function that does what the test at hand says; by itself it returns its event. */
public final class Toy implements RequestStreamHandler {
  private static final Map<String, Behaviour> BEHAVIOURS = new ConcurrentHashMap<>();
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final Map<String, String> environment;
  private final int number = STARTED.incrementAndGet();

  /** What a toy does with one event. */
  interface Behaviour {
    String handle(Call call) throws Exception;
  }

  /** One invocation: which instance of which function got what. */
  record Call(Map<String, String> environment, int instance, String event, Context context) {}

  public Toy(Map<String, String> environment) {
    this.environment = environment;
  }

  /** From now on the function of that id in the template behaves so. */
  static void does(String functionId, Behaviour behaviour) {
    BEHAVIOURS.put("waybill-" + functionId, behaviour);
  }

  /** From now on it answers nothing and only notes the events that it is given. */
  static List<String> notes(String functionId) {
    var events = new CopyOnWriteArrayList<String>();
    does(
        functionId,
        call -> {
          events.add(call.event());
          return "{}";
        });
    return events;
  }

  static void forget() {
    BEHAVIOURS.clear();
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    var behaviour = BEHAVIOURS.getOrDefault(context.getFunctionName(), Call::event);
    try {
      var answer = behaviour.handle(new Call(environment, number, event, context));
      out.write(answer.getBytes(StandardCharsets.UTF_8));
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

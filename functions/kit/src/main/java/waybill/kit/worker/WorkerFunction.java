package waybill.kit.worker;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.aws.Aws;
import waybill.kit.inbox.Inbox;

/**
 * A service's worker as Lambda calls it: with messages of its queue, with changes of its table, or
 * because a minute or a day has passed. A subclass only says what the service listens to.
 */
public abstract class WorkerFunction implements RequestStreamHandler {
  private static final ObjectMapper EVENTS = new ObjectMapper();

  private final Clock clock;
  private final String deadQueue;
  private final Inbox inbox;
  private final Worker worker;

  protected WorkerFunction(Map<String, String> env, Function<Service, Inbox> inbox) {
    this(env, inbox, service -> Agenda.of());
  }

  protected WorkerFunction(
      Map<String, String> env, Function<Service, Inbox> inbox, Function<Service, Agenda> agenda) {
    this(env, deployed -> deployed, inbox, agenda);
  }

  /**
   * @param known the service as it knows more than was deployed
   */
  protected WorkerFunction(
      Map<String, String> env,
      UnaryOperator<Service> known,
      Function<Service, Inbox> inbox,
      Function<Service, Agenda> agenda) {
    this(new Env(env), known, inbox, agenda);
  }

  private WorkerFunction(
      Env env,
      UnaryOperator<Service> known,
      Function<Service, Inbox> inbox,
      Function<Service, Agenda> agenda) {
    Aws aws = new Aws(env);
    Service service = known.apply(aws.service());
    this.clock = service.clock();
    this.deadQueue = env.get("IN_DEAD_QUEUE");
    this.inbox = inbox.apply(service);
    this.worker =
        new Worker(
            service,
            this.inbox,
            agenda.apply(service),
            aws.queue("IN_QUEUE"),
            aws.queue("OUT_QUEUE"));
  }

  /** The repository's tests compare them with what the service's catalog entry consumes. */
  public final Set<String> listensTo() {
    return inbox.contracts().stream().map(ContractId::toString).collect(Collectors.toSet());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    JsonNode event = EVENTS.readTree(in);
    Instant deadline = clock.instant().plusMillis(context.getRemainingTimeInMillis());
    out.write(Json.bytes(answer(event, deadline)));
  }

  private Object answer(JsonNode event, Instant deadline) {
    String source = event.path("Records").path(0).path("eventSource").asText();
    if (source.equals("aws:sqs")) return heard(QueueEvent.of(event), deadline);
    if (source.equals("aws:dynamodb")) return worker.changes(StreamEvent.of(event), deadline);
    return worker.order(event.path("waybill").asText(), deadline);
  }

  private Object heard(QueueEvent event, Instant deadline) {
    return event.isFrom(deadQueue)
        ? worker.deadLetters(event, deadline)
        : worker.messages(event, deadline);
  }
}

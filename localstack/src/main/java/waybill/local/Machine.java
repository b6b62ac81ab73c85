package waybill.local;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import waybill.local.aws.AccessKeys;
import waybill.local.aws.BucketProvision;
import waybill.local.aws.Clients;
import waybill.local.aws.Emulators;
import waybill.local.aws.Gate;
import waybill.local.aws.QueueProvision;
import waybill.local.aws.Right;
import waybill.local.aws.TableProvision;
import waybill.local.aws.Target;
import waybill.local.aws.Traffic;
import waybill.local.function.Code;
import waybill.local.function.Complaints;
import waybill.local.function.Functions;
import waybill.local.function.Outcome;
import waybill.local.gateway.Gateway;
import waybill.local.identity.Accounts;
import waybill.local.identity.CognitoServer;
import waybill.local.identity.Issuer;
import waybill.local.identity.PoolPages;
import waybill.local.template.Ground;
import waybill.local.template.Stack;
import waybill.local.template.Template;
import waybill.local.trigger.Triggers;

/** One machine that runs a template: what `up` starts, and what tests start. */
public final class Machine implements AutoCloseable {
  static {
    // Read once, when the JDK's HTTP server loads: without it each keep-alive answer waits 40 ms.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final Parts parts;
  private final Stack stack;
  private final @Nullable Emulators emulators;
  private final DynamoDbClient dynamodb;
  private final SqsClient sqs;
  private final URI queues;
  private final URI buckets;
  private final Gate gate;
  private final Issuer issuer;
  private final CognitoServer cognito;
  private final Triggers triggers;
  private final Gateway gateway;

  /** First everything is checked, then started: what is called comes before its callers. */
  private Machine(Settings settings, Parts parts) throws IOException {
    this.parts = parts;
    var template = Template.read(settings.template());
    var plan = template.on(Ground.beforeStart(settings.stack(), settings.parameters()));
    Triggers.check(plan);
    var code = parts.add(Code.load(template.folder(), plan.functions()));
    var http = bind(settings.port());
    parts.add(() -> http.stop(0));
    var data = settings.data();
    if (data != null) parts.add(DataFolder.take(data));

    var pools = "http://localhost:" + http.getAddress().getPort() + "/_local";
    var signing =
        CompletableFuture.supplyAsync(
            () -> Issuer.open(data, pools + "/" + plan.pool().id(), plan.pool(), settings.clock()));
    var target = settings.target();
    emulators = target == null ? parts.add(Emulators.start(data)) : null;
    var foreign = target == null ? null : parts.add(Target.open(target, data));
    var made = foreign == null ? requireNonNull(emulators).backend() : foreign.backend();
    dynamodb = parts.add(Clients.ADMIN.dynamodb(made.dynamodb()));
    sqs = parts.add(Clients.ADMIN.sqs(made.sqs()));
    queues = made.sqs();
    buckets = made.s3();
    var streams = TableProvision.create(dynamodb, plan.tables());
    if (foreign != null) foreign.reads(streams);
    var place = QueueProvision.create(sqs, plan.queues());
    BucketProvision.create(buckets, plan.buckets());
    stack =
        template.on(
            new Ground(settings.stack(), settings.parameters(), place, pools, streams::label));

    var threads = parts.add(new Threads());
    var keys = new AccessKeys();
    cognito = parts.add(CognitoServer.bind(threads.workers()));
    var backend = made.withStreams(streams.prefix());
    gate = parts.add(Gate.open(backend, cognito.uri(), keys, settings.faults(), threads.workers()));

    var complaints = new Complaints(settings.complaints());
    var functions =
        Functions.of(
            code,
            stack.functions(),
            gate.uri(),
            keys,
            settings.recycling(),
            threads.workers(),
            complaints);
    triggers =
        Triggers.of(
            stack,
            gate.uri(),
            keys,
            data,
            functions,
            threads.workers(),
            threads.timer(),
            complaints);
    issuer = signing.join();
    var accounts = new Accounts(data);
    cognito.start(accounts, issuer, stack, functions);
    gateway =
        Gateway.open(
            http,
            threads.workers(),
            stack.api(),
            issuer,
            cognito,
            new PoolPages(issuer, stack.pool(), accounts, settings.clock()),
            functions,
            settings.clock(),
            settings.gatewayPatience());
    parts.add(threads);
    parts.add(complaints::end);
    triggers.start();
  }

  public static Machine start(Settings settings) {
    var parts = new Parts();
    try {
      return new Machine(settings, parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e instanceof RuntimeException unchecked
          ? unchecked
          : new StartException("the machine does not start: " + e.getMessage());
    }
  }

  private static HttpServer bind(int port) {
    try {
      return Gateway.bind(port);
    } catch (IOException e) {
      throw new StartException("port " + port + " is busy: choose another with --port");
    }
  }

  /** Where the HTTP API answers. */
  public URI gateway() {
    return gateway.uri();
  }

  public Stack stack() {
    return stack;
  }

  /** An access token, as `token NAME` prints it. */
  public String token(String name) {
    return issuer.token(name);
  }

  public Issuer issuer() {
    return issuer;
  }

  /** The user pool itself, past every policy; functions and everybody else call it by the gate. */
  public CognitoServer cognito() {
    return cognito;
  }

  /** Fires a schedule of a function by its names in the template. */
  public Outcome fire(String functionId, String eventId) {
    try {
      return triggers.fire(functionId, eventId);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The tables themselves, past every policy. */
  public DynamoDbClient dynamodb() {
    return dynamodb;
  }

  /** The queues themselves, past every policy. */
  public SqsClient sqs() {
    return sqs;
  }

  /** Where SQS is, past every policy: for queues that the template does not declare. */
  public URI queues() {
    return queues;
  }

  /** Where the buckets are, past every policy. */
  public URI buckets() {
    return buckets;
  }

  /** The address at which functions find AWS. */
  public URI endpoint() {
    return gate.uri();
  }

  public Set<Right> usedRights() {
    return gate.usedRights();
  }

  public Traffic traffic() {
    return gate.traffic();
  }

  /** Queues come back without FIFO order and deduplication history; in memory, without messages. */
  public void restartQueues() {
    if (emulators == null) throw new IllegalStateException("the queues are not this machine's own");
    emulators.restartQueues();
    QueueProvision.create(sqs, stack.queues());
  }

  /** Empties a queue by its name in the template. */
  public void purge(String queueId) {
    QueueProvision.empty(sqs, stack.queue(queueId).url());
  }

  @Override
  public void close() {
    parts.close();
  }
}

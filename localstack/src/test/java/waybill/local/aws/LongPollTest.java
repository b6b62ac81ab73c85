package waybill.local.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the gate waits, before queues and tables that hold what a test put there. */
class LongPollTest {
  private static final String NO_RECORDS = "{\"Records\":[],\"NextShardIterator\":\"next\"}";

  private final ExecutorService executor = Executors.newCachedThreadPool();
  private final List<String> looks = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> looked = new LinkedBlockingQueue<>();
  private volatile String content = "{}";
  private HttpServer queues;
  private LongPoll poll;

  @BeforeEach
  void queuesAreEmpty() throws IOException {
    queues = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    queues.setExecutor(executor);
    queues.createContext("/", this::answer);
    queues.start();
    var uri = URI.create("http://127.0.0.1:" + queues.getAddress().getPort());
    poll = new LongPoll(new Forward(Backend.of(uri), uri, executor));
  }

  @AfterEach
  void nobodyWaits() {
    queues.stop(0);
    executor.shutdownNow();
  }

  @Test
  void whoWaitsAtAQueueWhereNothingHappens_looksOnce() throws Exception {
    assertThat(receive("here", 1)).isEqualTo("{}");
    assertThat(looks).hasSize(1);
    assertThat(looks.get(0)).contains("\"WaitTimeSeconds\":0");
  }

  @Test
  void whatIsSent_reachesWhoWaits() throws Exception {
    var waiting = executor.submit(() -> receive("here", 20));
    assertThat(looked.poll(20, TimeUnit.SECONDS)).isEqualTo("here");
    content = "{\"Messages\":[{}]}";
    call("AmazonSQS.SendMessage", "{\"QueueUrl\":\"http://x/1/here\"}");
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(content);
    assertThat(looks).hasSize(2);
  }

  @Test
  void whatHappensToAnotherQueue_wakesNobody() throws Exception {
    var waiting = executor.submit(() -> receive("here", 1));
    assertThat(looked.poll(20, TimeUnit.SECONDS)).isEqualTo("here");
    call("AmazonSQS.DeleteMessageBatch", "{\"QueueUrl\":\"http://x/1/there\"}");
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo("{}");
    assertThat(looks).hasSize(1);
  }

  @Test
  void whatIsWrittenToATable_reachesWhoReadsItsStream() throws Exception {
    content = NO_RECORDS;
    var waiting = executor.submit(() -> read("here"));
    assertThat(looked.poll(20, TimeUnit.SECONDS)).isEqualTo("here");
    content = "{\"Records\":[{}],\"NextShardIterator\":\"next\"}";
    call("DynamoDB_20120810.GetItem", "{\"TableName\":\"here\"}");
    call("DynamoDB_20120810.PutItem", "{\"TableName\":\"there\"}");
    assertThat(looks).hasSize(1);
    call("DynamoDB_20120810.PutItem", "{\"TableName\":\"here\"}");
    assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(content);
    assertThat(looks).hasSize(2);
  }

  @Test
  void atTheEndOfAShard_nobodyWaits() throws Exception {
    content = "{\"Records\":[]}";
    assertThat(read("here")).isEqualTo(content);
    assertThat(looks).hasSize(1);
  }

  private String read(String table) throws IOException, InterruptedException {
    return call(
        "DynamoDBStreams_20120810.GetRecords",
        "{\"ShardIterator\":\"arn:aws:dynamodb:eu-central-1:000000000000:table/%s/stream/1|1|x\"}"
            .formatted(table));
  }

  private String receive(String queue, int seconds) throws IOException, InterruptedException {
    return call(
        "AmazonSQS.ReceiveMessage",
        "{\"QueueUrl\":\"http://x/1/%s\",\"WaitTimeSeconds\":%d}".formatted(queue, seconds));
  }

  private String call(String operation, String parameters)
      throws IOException, InterruptedException {
    var body = parameters.getBytes(StandardCharsets.UTF_8);
    var call = Objects.requireNonNull(AwsCall.of(operation, null, body));
    var headers = new Headers();
    headers.set("x-operation", operation);
    return new String(poll.send(call, headers).body(), StandardCharsets.UTF_8);
  }

  private void answer(HttpExchange exchange) throws IOException {
    var request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var operation = exchange.getRequestHeaders().getFirst("x-operation");
    var receives = operation.endsWith(".ReceiveMessage") || operation.endsWith(".GetRecords");
    var answer = (receives ? content : "{}").getBytes(StandardCharsets.UTF_8);
    if (receives) looks.add(request);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
    if (receives) looked.add(request.replaceAll(".*[/:](?:1|table)/(\\w+)[\"/].*", "$1"));
  }
}

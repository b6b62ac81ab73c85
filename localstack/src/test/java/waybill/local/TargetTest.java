package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.foreign.Front;
import waybill.local.aws.Emulators;

/** Tables and queues that another emulator keeps. */
class TargetTest {
  private static final Path TEMPLATE =
      ToyTemplate.file("Resources:\n", "Resources:\n  Papers:\n    Type: AWS::S3::Bucket\n\n");

  private static Settings at(URI target) {
    return Settings.of(TEMPLATE).withTarget(target).withStack("toys");
  }

  @Test
  void aTargetThatHasBuckets_keepsThemToo_andAnotherRunTakesAllAsItIs() throws IOException {
    try (var emulators = Emulators.start(null);
        var front = front(emulators, true)) {
      for (int run = 1; run <= 2; run++) {
        try (var machine = Machine.start(at(front.uri()))) {
          assertThat(machine.buckets()).isEqualTo(front.uri());
          var blobs = new Blobs(machine.buckets(), "toys-papers");
          assertThat(blobs.has("kept")).isEqualTo(run == 2);
          blobs.put("kept", "a paper");
          assertThat(machine.dynamodb().listTables().tableNames()).containsExactly("toys-Things");
          assertThat(machine.sqs().listQueues().queueUrls()).hasSize(4);
        }
      }
    }
  }

  @Test
  void withoutBucketsAtTheTarget_theMachineHasItsOwn() throws IOException {
    try (var emulators = Emulators.start(null);
        var front = front(emulators, false);
        var machine = Machine.start(at(front.uri()))) {
      assertThat(machine.buckets()).isNotEqualTo(front.uri());
      assertThat(new Blobs(machine.buckets(), "toys-papers").has("kept")).isFalse();
    }
  }

  private static Front front(Emulators emulators, boolean withBuckets) throws IOException {
    var backend = emulators.backend();
    var tables = backend.dynamodb();
    return new Front(tables, tables, backend.sqs(), withBuckets ? backend.s3() : null);
  }

  private static Front front(Emulators emulators, URI streams) throws IOException {
    var backend = emulators.backend();
    return new Front(backend.dynamodb(), streams, backend.sqs(), null);
  }

  @Test
  void whereNothingListens_oneLineSaysSo() throws IOException {
    URI nowhere;
    try (var server = new Stub("")) {
      nowhere = server.uri();
    }
    assertThatThrownBy(() -> Machine.start(at(nowhere)))
        .isInstanceOf(StartException.class)
        .hasMessage("no emulator answers at " + nowhere);
  }

  @ParameterizedTest
  @CsvSource({"DynamoDB_20120810.ListTables, DynamoDB", "AmazonSQS.ListQueues, SQS"})
  void whatTheTargetLacks_isNamedInOneLine(String operation, String service) throws IOException {
    try (var server = new Stub(operation)) {
      assertThatThrownBy(() -> Machine.start(at(server.uri())))
          .isInstanceOf(StartException.class)
          .hasMessage(
              "%s has no %s: it answers %s with status 501"
                  .formatted(server.uri(), service, operation));
    }
  }

  @Test
  void aTargetThatMakesTablesWithoutStreams_isNoTarget() throws IOException {
    try (var emulators = Emulators.start(null);
        var queuesAlone = new Stub("DynamoDBStreams_20120810.DescribeStream");
        var front = front(emulators, queuesAlone.uri())) {
      assertThatThrownBy(() -> Machine.start(at(front.uri())))
          .isInstanceOf(StartException.class)
          .hasMessageEndingWith(
              " has no DynamoDB Streams: it answers DynamoDBStreams_20120810.DescribeStream with"
                  + " status 501");
    }
  }

  /** Takes every call but one. */
  private static final class Stub implements AutoCloseable {
    private final HttpServer server;
    private final String lacks;

    Stub(String lacks) throws IOException {
      this.lacks = lacks;
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::answer);
      server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
      var lacking = lacks.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      var body = "{}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(lacking ? 501 : 200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    }

    URI uri() {
      return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}

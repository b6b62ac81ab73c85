package waybill.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import waybill.kit.outbox.Parcel;
import waybill.kit.testing.NoBooks;

/** SQS may answer 200 and yet refuse entries, which ElasticMQ does not. */
@NoBooks("how an answer of the queue is read")
class SqsRefusalTest {

  @Test
  void row8_entriesRefusedInA200_areReportedByTheirPosition() {
    SqsQueue queue = new SqsQueue(new Refusing("b", "d"), "url");

    assertThat(queue.send(parcels("a", "b", "c", "d"))).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void aBatchWithoutRefusals_reportsNone() {
    assertThat(new SqsQueue(new Refusing(), "url").send(parcels("a", "b"))).isEmpty();
  }

  private static List<Parcel> parcels(String... bodies) {
    return List.of(bodies).stream().map(body -> new Parcel("g", body, body)).toList();
  }

  private static final class Refusing implements SqsClient {
    private final List<String> refused;

    Refusing(String... refused) {
      this.refused = List.of(refused);
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
      return SendMessageBatchResponse.builder()
          .failed(
              request.entries().stream()
                  .filter(entry -> refused.contains(entry.messageBody()))
                  .map(entry -> BatchResultErrorEntry.builder().id(entry.id()).build())
                  .toList())
          .build();
    }

    @Override
    public String serviceName() {
      return "sqs";
    }

    @Override
    public void close() {}
  }
}

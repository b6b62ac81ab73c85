package waybill.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import waybill.local.RunningMachine;

/** Services come and are followed, over real tables and by many at once. */
class ServiceRegistryTest {
  private static final int WRITERS = 6;
  private static final int SERVICES_EACH = 5;

  @RegisterExtension static final RunningMachine running = RunningMachine.ofTheRepository();

  private final Spine spine = new Spine(running);

  @Test
  void manyWritersAtOnce_areNumberedWithoutGaps_andNoReaderMissesOne() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<?>> writing = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int number = writer;
        writing.add(writers.submit(() -> putAll(number)));
      }
      List<JsonNode> seen = follow(WRITERS * SERVICES_EACH);
      for (Future<?> one : writing) one.get();

      assertThat(seen)
          .extracting(change -> change.path("position").asInt())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, WRITERS * SERVICES_EACH).boxed().toList());
      assertThat(seen)
          .extracting(change -> change.at("/changed/name").asText())
          .doesNotHaveDuplicates();
    } finally {
      writers.shutdownNow();
    }
    spine.awaitNothingUnsent("CatalogTable");
  }

  private void putAll(int writer) {
    for (int n = 0; n < SERVICES_EACH; n++) {
      String name = "s-" + writer + "-" + n;
      int status;
      do status = put(name).statusCode();
      while (status == 503);
      assertThat(status).as(name).isBetween(200, 201);
    }
  }

  private HttpResponse<String> put(String name) {
    String body = "{\"summary\":\"One of many.\",\"provides\":[],\"consumes\":[]}";
    return running.send(
        running
            .to("/services/" + name, spine.operator())
            .method("PUT", BodyPublishers.ofString(body)));
  }

  /** As a service outside would: asks for what is behind the last position, and waits for it. */
  private List<JsonNode> follow(int changes) {
    List<JsonNode> seen = new ArrayList<>();
    long position = 0;
    for (int asked = 0; seen.size() < changes && asked < 100; asked++) {
      String path = "/services/changes?wait=2&limit=7&after=" + position;
      JsonNode page = Spine.read(running.get(path, spine.operator()).body());
      page.path("items").forEach(seen::add);
      position = page.path("position").asLong();
    }
    return seen;
  }
}

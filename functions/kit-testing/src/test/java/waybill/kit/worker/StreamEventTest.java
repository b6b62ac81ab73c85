package waybill.kit.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import waybill.contracts.Json;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unsent;
import waybill.kit.outbox.Speaker;
import waybill.kit.testing.NoBooks;

@NoBooks("how Lambda's event is read")
class StreamEventTest {

  @Test
  void row10_ofEachItem_theLastImageCounts() {
    List<Speaker> speakers = of(image("a", 1), image("b", 1), image("a", 2));

    assertThat(speakers)
        .containsExactlyInAnyOrder(
            new Speaker(new Key("a", "item"), List.of(entry("a", 1), entry("a", 2))),
            new Speaker(new Key("b", "item"), List.of(entry("b", 1))));
  }

  @Test
  void anImageWithoutAnOutbox_hasNothingToSay() {
    assertThat(of("{\"dynamodb\":{\"NewImage\":{\"pk\":{\"S\":\"a\"},\"sk\":{\"S\":\"item\"}}}}"))
        .containsExactly(new Speaker(new Key("a", "item"), List.of()));
  }

  @Test
  void row13_aRemoval_hasNothingToSay() {
    assertThat(of("{\"eventName\":\"REMOVE\",\"dynamodb\":{\"Keys\":{\"pk\":{\"S\":\"a\"}}}}"))
        .allSatisfy(speaker -> assertThat(speaker.outbox()).isEmpty());
  }

  @Test
  void anEventWithoutRecords_isEmpty() {
    assertThat(StreamEvent.of(Json.parse("{}"))).isEmpty();
  }

  private static List<Speaker> of(String... records) {
    return StreamEvent.of(Json.parse("{\"Records\":[" + String.join(",", records) + "]}"));
  }

  /** The item after it has said so many things. */
  private static String image(String key, int said) {
    StringBuilder outbox = new StringBuilder();
    for (int n = 1; n <= said; n++)
      outbox
          .append(n == 1 ? "" : ",")
          .append(
              "{\"M\":{\"id\":{\"S\":\"%s~%d\"},\"text\":{\"S\":\"t%d\"}}}".formatted(key, n, n));
    return """
        {"eventName":"MODIFY","dynamodb":{"NewImage":{
          "pk":{"S":"%s"},"sk":{"S":"item"},"outbox":{"L":[%s]}}}}"""
        .formatted(key, outbox);
  }

  private static Unsent entry(String key, int n) {
    return new Unsent(key + "~" + n, "t" + n);
  }
}

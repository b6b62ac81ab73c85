package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import waybill.exchange.webhook.AllowList;
import waybill.exchange.webhook.Endpoints;
import waybill.exchange.webhook.Resolver;
import waybill.exchange.webhook.Secrets;
import waybill.kit.testing.NoBooks;

/** Only queues beside our own, and named for it, are ever asked. */
@NoBooks("which addresses are taken")
class KnownDestinationsTest {
  private static final String OURS = "https://sqs.eu-central-1.amazonaws.com";
  private final List<String> asked = new ArrayList<>();

  private KnownDestinations destinations() {
    return new KnownDestinations(
        OURS + "/123456789012/waybill-exchange-in.fifo",
        url -> {
          asked.add(url);
          throw new waybill.kit.outbox.QueueGone("asked", new IllegalStateException());
        },
        new Endpoints(Resolver.system(), AllowList.NOTHING),
        Secrets.random());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        OURS + "/210987654321/waybill-sub-depot.fifo",
        OURS + "/210987654321/waybill-sub-depot"
      })
  void aQueueBesideOurs_isAsked(String url) {
    assertThat(destinations().queue(url)).contains("asked");
    assertThat(asked).containsExactly(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://sqs.us-east-1.amazonaws.com/210987654321/waybill-sub-depot",
        "https://sqs.eu-central-1.amazonaws.com.evil.example/210987654321/waybill-sub-depot",
        "https://sqs.eu-central-1.amazonaws.com@evil.example/210987654321/waybill-sub-depot",
        "https://user@sqs.eu-central-1.amazonaws.com/210987654321/waybill-sub-depot",
        "https://sqs.eu-central-1.amazonaws.com:8443/210987654321/waybill-sub-depot",
        "http://sqs.eu-central-1.amazonaws.com/210987654321/waybill-sub-depot",
        OURS + "/210987654321/orders-in.fifo",
        OURS + "/210987654321/x-waybill-sub-depot",
        OURS + "/210987654321/waybill-sub-",
        OURS + "/210987654321/waybill-sub-depot/../orders-in.fifo",
        OURS + "/210987654321/waybill-sub-depot%2f..%2forders-in",
        OURS + "/210987654321/waybill-sub-depot?Action=DeleteQueue",
        OURS + "/210987654321/waybill-sub-depot#x",
        OURS + "//210987654321/waybill-sub-depot",
        "waybill-sub-depot",
        "mailto:waybill-sub-depot",
        "https:///210987654321/waybill-sub-depot",
        "::",
        ""
      })
  void row53_anythingElse_isRefusedUnasked(String url) {
    assertThat(destinations().queue(url)).isPresent();
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://depot.example/", "https://127.0.0.1/", "https://[::1]/", "x:y", ""})
  void row53_anAddressThatIsNotPublic_isRefused(String url) {
    assertThat(destinations().webhook(url)).isPresent();
  }
}

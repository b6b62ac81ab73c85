package waybill.exchange;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import waybill.exchange.join.Destinations;
import waybill.exchange.webhook.Endpoints;
import waybill.exchange.webhook.Secrets;
import waybill.kit.aws.SqsQueue;
import waybill.kit.outbox.QueueGone;

/** Queues of the region that the exchange itself is in, and endpoints that may be called. */
final class KnownDestinations implements Destinations {
  private static final Pattern QUEUE =
      Pattern.compile("/[0-9]{12}/waybill-sub-[A-Za-z0-9_-]{1,60}(\\.fifo)?");

  private final String ours;
  private final Function<String, SqsQueue> queues;
  private final Endpoints endpoints;
  private final Secrets secrets;

  /**
   * @param ours a queue of the exchange: what is asked goes nowhere but to the host of this one
   */
  KnownDestinations(
      String ours, Function<String, SqsQueue> queues, Endpoints endpoints, Secrets secrets) {
    this.ours = origin(URI.create(ours));
    this.queues = queues;
    this.endpoints = endpoints;
    this.secrets = secrets;
  }

  private static String origin(URI uri) {
    return uri.getScheme() + "://" + uri.getAuthority();
  }

  @Override
  public Optional<String> queue(String url) {
    try {
      URI uri = new URI(url);
      if (!origin(uri).equals(ours)) return Optional.of("a queue's url begins with " + ours);
      if (!url.equals(ours + uri.getRawPath()) || !QUEUE.matcher(uri.getRawPath()).matches())
        return Optional.of("a queue is named waybill-sub-…");
    } catch (URISyntaxException e) {
      return Optional.of("this is no url");
    }
    return reached(url);
  }

  private Optional<String> reached(String url) {
    try {
      queues.apply(url).isEmpty();
      return Optional.empty();
    } catch (QueueGone e) {
      return Optional.of(e.reason());
    }
  }

  @Override
  public Optional<String> webhook(String url) {
    try {
      return endpoints.check(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.of("this is no url");
    }
  }

  @Override
  public String secret() {
    return secrets.next().text();
  }
}

package waybill.exchange.webhook;

import java.io.IOException;

/** What came back is no answer; says so in our own words. */
final class BadAnswer extends IOException {

  BadAnswer(String reason) {
    super(reason);
  }
}

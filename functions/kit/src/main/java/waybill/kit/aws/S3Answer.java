package waybill.kit.aws;

import java.nio.charset.StandardCharsets;

/** What S3 said: the document asked for, or an error in XML. */
final class S3Answer {
  private final int status;
  private final byte[] body;

  S3Answer(int status, byte[] body) {
    this.status = status;
    this.body = body;
  }

  boolean isRefusal() {
    return status >= 300;
  }

  boolean mayPass() {
    return status == 429 || status >= 500;
  }

  boolean says(String code) {
    return isRefusal() && text().contains("<Code>" + code + "</Code>");
  }

  byte[] requireDone() {
    if (isRefusal()) throw new IllegalStateException("S3 refused: " + this);
    return body;
  }

  private String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}

package waybill.local.aws;

import java.net.URI;
import waybill.local.template.Ground;

/**
 * Where tables, queues and buckets are kept.
 *
 * @param streams how the ARNs of streams begin there: an emulator names an account and a region of
 *     its own, so the gate translates
 */
public record Backend(URI dynamodb, URI sqs, URI s3, String streams) {
  static final String STREAMS = Ground.arn("dynamodb", "");

  Backend(URI dynamodb, URI sqs, URI s3) {
    this(dynamodb, sqs, s3, STREAMS);
  }

  /** Somebody else's emulator, which takes all services at one address. */
  static Backend of(URI uri) {
    return new Backend(uri, uri, uri);
  }

  public Backend withStreams(String prefix) {
    return new Backend(dynamodb, sqs, s3, prefix);
  }
}

package waybill.local.aws;

import java.net.URI;
import waybill.local.template.Ground;

/**
 * Where tables, queues and buckets are kept. DynamoDB Local names a region of its own in the ARNs
 * of streams, so the gate translates.
 */
public record Backend(URI dynamodb, URI sqs, URI s3, String regionOfStreams) {

  /** Somebody else's emulator, which takes all services at one address. */
  public static Backend of(URI uri) {
    return new Backend(uri, uri, uri, Ground.REGION);
  }
}

package waybill.kit.pool;

import java.net.URI;
import java.util.Map;
import waybill.kit.Env;
import waybill.kit.aws.Aws;

/** What a call of AWS carries besides, so that it is known whose it is. */
public interface Proof {
  /** For calls that are open to everybody. */
  Proof NONE = (uri, headers, body) -> headers;

  /** The headers with which the body may be posted; whoever sends it adds the host. */
  Map<String, String> headers(URI uri, Map<String, String> headers, byte[] body);

  /** A signature by the function's own role. */
  static Proof of(Env env, String service) {
    return new Aws(env).signing(service)::headers;
  }
}

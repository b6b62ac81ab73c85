package waybill.kit.ask;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** One GET, from connecting to the last byte within its time. */
interface Wire {

  /**
   * @param type the answer's media type, empty where it names none
   */
  record Got(int status, String type, String body) {}

  /**
   * @throws IOException if there is no whole answer in time
   */
  Got get(URI uri, Map<String, String> headers, Duration patience) throws IOException;
}

package waybill.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Reads the key set where the issuer publishes it; the limits are those of API Gateway's own. */
record Download(URI uri) implements Published {
  private static final int PATIENCE_MILLIS = 1_500;
  private static final int BYTES_MAX = 150_000;

  @Override
  public String read() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    connection.setInstanceFollowRedirects(false);
    if (connection.getResponseCode() != 200)
      throw new IOException("the issuer answers " + connection.getResponseCode());
    try (InputStream in = connection.getInputStream()) {
      return new String(in.readNBytes(BYTES_MAX), UTF_8);
    }
  }
}

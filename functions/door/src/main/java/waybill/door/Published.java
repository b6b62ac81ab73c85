package waybill.door;

import java.io.IOException;

/** The key set of the issuer, as it is now. */
interface Published {
  String read() throws IOException;
}

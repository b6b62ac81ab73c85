package waybill.exchange.webhook;

import java.io.IOException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A failed connection in our own words: those of the JDK quote certificates and peers. */
final class Fault {

  static String reason(IOException failure) {
    if (failure instanceof BadAnswer bad) return String.valueOf(bad.getMessage());
    if (failure instanceof SSLException)
      return isOfCertificate(failure)
          ? "its certificate is not trusted for its host"
          : "TLS was not agreed on";
    return "the connection failed";
  }

  private static boolean isOfCertificate(@Nullable Throwable failure) {
    if (failure == null) return false;
    return failure instanceof CertificateException || isOfCertificate(failure.getCause());
  }

  private Fault() {}
}

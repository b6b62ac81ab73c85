package waybill.exchange.webhook;

import java.security.SecureRandom;

/** Where new secrets come from. */
public interface Secrets {

  Secret next();

  /** A new generator each time, as for ids: a restored snapshot must not repeat a secret. */
  static Secrets random() {
    return () -> {
      byte[] bytes = new byte[32];
      new SecureRandom().nextBytes(bytes);
      return Secret.of(bytes);
    };
  }
}

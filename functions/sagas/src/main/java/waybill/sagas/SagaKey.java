package waybill.sagas;

import waybill.contracts.MessageId;
import waybill.kit.commit.Hash;

/** A saga's id: one business key has one saga of a definition, whichever version. */
final class SagaKey {
  private static final int HASH_CHARS = 32;

  private SagaKey() {}

  /** Where both do not fit, the key's hash stands for it. */
  static String of(String definition, String key) {
    String plain = definition + "." + key;
    return MessageId.isKey(plain)
        ? plain
        : definition + "." + Hash.of(key).substring(0, HASH_CHARS);
  }
}

package waybill.kit.commit;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import waybill.contracts.exchange.Outcome;
import waybill.contracts.exchange.Receipt;
import waybill.contracts.exchange.ReceiptBatch;
import waybill.contracts.users.User;
import waybill.contracts.users.UserRegistered;

/** What the tests of commits write and say. */
final class Toy {
  static final Kind<User> USER = Kind.entity("user", User.class);
  static final Kind<Email> EMAIL = Kind.entry("email", Email.class);
  static final Origin ORIGIN = new Origin("correlation", null, 0, null);

  record Email(String userId) {}

  static User user(String id) {
    return new User(id, id + "@example.org", "Ada");
  }

  static UserRegistered registered(String id) {
    return new UserRegistered(id, id + "@example.org", "Ada", Instant.EPOCH);
  }

  /** A document of about so many kilobytes. */
  static ReceiptBatch large(int kilobytes) {
    String reason = "x".repeat(400);
    Receipt receipt = new Receipt("users~u1~1", Outcome.REFUSED, 1, Instant.EPOCH, reason, true);
    List<Receipt> receipts = IntStream.range(0, kilobytes * 2).mapToObj(i -> receipt).toList();
    return new ReceiptBatch(receipts);
  }

  private Toy() {}
}

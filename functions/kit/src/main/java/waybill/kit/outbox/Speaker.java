package waybill.kit.outbox;

import java.util.List;
import waybill.kit.commit.Item;
import waybill.kit.commit.Key;
import waybill.kit.commit.Unsent;

/** An item that has something to say, and what. */
public record Speaker(Key key, List<Unsent> outbox) {

  public static Speaker of(Item item) {
    return new Speaker(item.key(), item.outbox());
  }
}

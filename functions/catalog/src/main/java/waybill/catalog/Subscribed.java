package waybill.catalog;

import java.util.List;
import waybill.contracts.ContractId;
import waybill.contracts.exchange.SubscriptionChanged;
import waybill.kit.commit.Kind;
import waybill.kit.commit.Row;
import waybill.kit.commit.Rows;
import waybill.kit.inbox.Reaction;

/** What a subscription takes, as the exchange said it last: that is a use like a declared one. */
record Subscribed(List<ContractId> takes) {
  private static final Kind<Subscribed> SUBSCRIBED = Kind.entry("subscribed", Subscribed.class);

  static List<ContractId> takes(String subscription, Rows rows) {
    return rows.find(SUBSCRIBED, subscription).map(Subscribed::takes).orElse(List.of());
  }

  static Reaction changed(SubscriptionChanged told, Rows rows) {
    Row<Subscribed> row = rows.at(SUBSCRIBED, told.name());
    List<ContractId> before = row.value().map(Subscribed::takes).orElse(List.of());
    List<ContractId> after = told.contracts().stream().map(ContractId::parse).toList();
    return new Reaction.Effect(
        Uses.moved(Uses.bySubscription(told), before, after, rows)
            .and(row.put(new Subscribed(after))));
  }
}

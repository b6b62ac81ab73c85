package waybill.contracts.exchange;

import java.util.List;

/** What a service need not send again: messages that are routed, receipts that are noted. */
public record Routed(List<RoutedMessage> messages, List<String> receipts) {}

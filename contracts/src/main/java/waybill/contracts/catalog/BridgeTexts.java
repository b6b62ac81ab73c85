package waybill.contracts.catalog;

/** How documents of the version before become documents of this one, and back: JSONata. */
public record BridgeTexts(String up, String down) {}

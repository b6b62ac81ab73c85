package waybill.exchange.translate;

import waybill.contracts.bridge.Bridge;

/** A bridge and the older version that it leads from. */
public record Led(int from, Bridge bridge) {}

package waybill.contracts.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A CloudEvent as a service outside publishes it, with those of its attributes that count. */
public record Event(
    String specversion,
    String id,
    String source,
    String type,
    @Nullable String dataschema,
    @Nullable String subject,
    @Nullable String time,
    @Nullable String datacontenttype,
    @Nullable String correlationid,
    @Nullable String causationid,
    @Nullable Integer hops,
    @Nullable String traceparent,
    @Nullable Instant expirytime,
    JsonNode data) {}

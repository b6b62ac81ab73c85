package waybill.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The user pool, as far as tokens tell of it. */
public record Pool(String id, @Nullable String peopleClientId, List<String> machineScopes) {}

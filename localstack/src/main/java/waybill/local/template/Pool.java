package waybill.local.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The user pool, as far as tokens tell of it.
 *
 * @param machineClients those of the template; here any name is one
 * @param peopleClientSecret null if the client of people has none
 */
public record Pool(
    String id,
    @Nullable String peopleClientId,
    @Nullable String peopleClientSecret,
    List<LoginClient> loginClients,
    List<String> machineClients,
    List<String> machineScopes) {}

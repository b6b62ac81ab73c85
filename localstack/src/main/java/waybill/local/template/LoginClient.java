package waybill.local.template;

import java.util.List;

/** The app client by which people log in at the pool's own page. */
public record LoginClient(
    String id, List<String> callbacks, List<String> logouts, List<String> scopes) {}

package waybill.catalog;

import java.util.Set;

/** Which services a client id is bound to: it may speak for them, and change what they own. */
interface Owners {

  Set<String> servicesOf(String client);
}

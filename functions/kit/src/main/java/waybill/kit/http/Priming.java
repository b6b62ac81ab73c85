package waybill.kit.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import waybill.contracts.Contract;
import waybill.kit.Env;
import waybill.kit.Service;
import waybill.kit.commit.Key;

/**
 * What the first request would pay for, done before SnapStart takes its picture: the schemas are
 * compiled and the table's client has spoken once. Nothing is changed by it.
 */
final class Priming {
  private static final Key NOTHING = Key.ofEntry("priming", "nothing");

  static void of(Service service, Routes routes, Env env) {
    if (!env.find("AWS_LAMBDA_INITIALIZATION_TYPE").filter("snap-start"::equals).isPresent())
      return;
    for (Route<?, ?> route : routes.all()) {
      compile(service, route.gives());
      Contract<?> takes = route.documents();
      if (takes != null) compile(service, takes);
    }
    speakOnce(service);
  }

  /** A new role's rights may take a moment to be known; that is no reason to fail a deployment. */
  private static void speakOnce(Service service) {
    try {
      service.table().read(NOTHING);
    } catch (RuntimeException e) {
      service.log().error("the table could not be primed", e);
    }
  }

  private static void compile(Service service, Contract<?> contract) {
    service.catalog().check(contract.id(), JsonNodeFactory.instance.objectNode());
  }

  private Priming() {}
}

package waybill.exchange.join;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import waybill.kit.http.Caller;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** For which service a caller speaks. */
public final class Spokesman {
  private final Function<String, Set<String>> servicesOf;
  private final Predicate<String> isService;

  /**
   * @param servicesOf the services that a client is bound to
   */
  public Spokesman(Function<String, Set<String>> servicesOf, Predicate<String> isService) {
    this.servicesOf = servicesOf;
    this.isService = isService;
  }

  public boolean maySpeakFor(Caller caller, String service) {
    return caller.isOperator() || boundTo(caller).contains(service);
  }

  /** Whether it may be told what there is and what not. */
  public boolean speaksForAny(Caller caller) {
    return caller.isOperator() || !boundTo(caller).isEmpty();
  }

  Set<String> boundTo(Caller caller) {
    return caller.isMachine() ? servicesOf.apply(caller.client()) : Set.of();
  }

  /** The service that is meant, whether or not it may be. */
  Optional<String> service(Caller caller, @Nullable String named) {
    if (named != null) return Optional.of(named);
    Set<String> bound = boundTo(caller);
    return bound.size() == 1 ? bound.stream().findFirst() : Optional.empty();
  }

  Optional<Refusal> refusal(Caller caller, @Nullable String named) {
    if (!caller.isOperator() && boundTo(caller).isEmpty())
      return Optional.of(
          Problem.FORBIDDEN.because("operators, and clients that are bound to a service"));
    Optional<String> service = service(caller, named);
    if (service.isEmpty()) return Optional.of(JoinProblem.SERVICE_NEEDED.at("/service"));
    if (!maySpeakFor(caller, service.get()))
      return Optional.of(JoinProblem.NOT_YOUR_SERVICE.at("/service"));
    return isService.test(service.get())
        ? Optional.empty()
        : Optional.of(JoinProblem.UNKNOWN_SERVICE.at("/service"));
  }
}

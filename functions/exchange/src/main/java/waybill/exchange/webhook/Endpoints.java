package waybill.exchange.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/** Which addresses a letter may be sent to: asked at registration, and again at each connection. */
public final class Endpoints {
  private final Resolver resolver;
  private final AllowList allowed;

  public Endpoints(Resolver resolver, AllowList allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  /** Empty if the address is admitted, else what is wrong with it. */
  public Optional<String> check(URI address) {
    return Optional.ofNullable(admit(address).refusal());
  }

  /** The addresses that were looked at are those to connect to; nobody resolves again. */
  Admission admit(URI address) {
    return AddressForm.refusal(address)
        .map(Admission::refused)
        .orElseGet(() -> admit(Target.of(address)));
  }

  private Admission admit(Target target) {
    boolean trusted = allowed.has(target);
    if (!target.tls() && !trusted) return Admission.refused("it is not https");
    List<InetAddress> found = addressesOf(target.host());
    if (found.isEmpty()) return Admission.refused("its host is not known");
    if (!trusted && !found.stream().allMatch(PublicAddresses::has))
      return Admission.refused("its host is not at a public address");
    return Admission.to(found);
  }

  private List<InetAddress> addressesOf(String host) {
    try {
      return AddressForm.isLiteral(host)
          ? List.of(InetAddress.getByName(host))
          : resolver.resolve(host);
    } catch (UnknownHostException e) {
      return List.of();
    }
  }
}

package waybill.local.aws;

import waybill.local.template.FunctionSpec;
import waybill.local.template.Ground;

/** The key of one instance of a function, or of the poller that feeds it. */
public final class AccessKey {
  /** Revoked keys are refused; to a killed one the gate answers nothing any more. */
  enum State {
    VALID,
    REVOKED,
    KILLED
  }

  private final String id;
  private final String secret;
  private final FunctionSpec function;
  private final boolean poller;
  private final Runnable onKill;
  private State state = State.VALID;

  AccessKey(String id, String secret, FunctionSpec function, boolean poller, Runnable onKill) {
    this.id = id;
    this.secret = secret;
    this.function = function;
    this.poller = poller;
    this.onKill = onKill;
  }

  public String id() {
    return id;
  }

  public String secret() {
    return secret;
  }

  /** As much of a signature as emulators read: who calls which service. */
  static String authorization(String id, String service) {
    return "AWS4-HMAC-SHA256 Credential=%s/20260101/%s/%s/aws4_request, SignedHeaders=host, Signature=none"
        .formatted(id, Ground.REGION, service);
  }

  public Clients clients() {
    return new Clients(id, secret);
  }

  public synchronized void revoke() {
    if (state == State.VALID) state = State.REVOKED;
  }

  FunctionSpec function() {
    return function;
  }

  boolean isPoller() {
    return poller;
  }

  synchronized State state() {
    return state;
  }

  void kill() {
    synchronized (this) {
      state = State.KILLED;
    }
    onKill.run();
  }
}

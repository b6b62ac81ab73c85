package waybill.local.identity;

import org.jspecify.annotations.Nullable;

/** A request for one of the pool's pages, whose path begins behind the issuer's. */
public record PoolRequest(String method, String path, String query, Headers headers, String body) {

  /** The first of that name. */
  public interface Headers {
    @Nullable String first(String name);
  }
}

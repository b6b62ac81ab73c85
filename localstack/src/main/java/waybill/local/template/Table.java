package waybill.local.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A DynamoDB table; attribute types and key types are those of its API. */
public record Table(
    String id,
    String name,
    Map<String, String> attributes,
    List<Key> keys,
    List<Index> globalIndexes,
    List<Index> localIndexes,
    @Nullable String streamView,
    @Nullable String expiryAttribute) {

  /** One part of a key. */
  public record Key(String attribute, String type) {}

  /** A secondary index. */
  public record Index(String name, List<Key> keys, String projection, List<String> projected) {}
}

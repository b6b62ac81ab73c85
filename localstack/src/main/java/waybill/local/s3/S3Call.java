package waybill.local.s3;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A request to S3 by path: {@code /bucket/key?query}. */
public record S3Call(String method, String bucket, String key, Map<String, String> query) {

  public static S3Call of(String method, URI uri) {
    String path = uri.getRawPath().substring(1);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String key = slash < 0 ? "" : decoded(path.substring(slash + 1));
    return new S3Call(method, bucket, key, query(uri.getRawQuery()));
  }

  /** Empty where this machine knows none. */
  public String operation() {
    boolean object = !key.isEmpty();
    if (object && query.isEmpty() && method.equals("PUT")) return "PutObject";
    if (object && query.isEmpty() && method.equals("GET")) return "GetObject";
    if (object && query.isEmpty() && method.equals("HEAD")) return "HeadObject";
    if (object && query.isEmpty() && method.equals("DELETE")) return "DeleteObject";
    if (bucket.isEmpty() && query.isEmpty() && method.equals("GET")) return "ListBuckets";
    if (!object && query.isEmpty() && method.equals("PUT")) return "CreateBucket";
    if (!object && "2".equals(query.get("list-type")) && method.equals("GET"))
      return "ListObjectsV2";
    return "";
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw == null || raw.isEmpty()) return query;
    for (String one : raw.split("&", -1)) {
      int equals = one.indexOf('=');
      String name = equals < 0 ? one : one.substring(0, equals);
      query.put(decoded(name), equals < 0 ? "" : decoded(one.substring(equals + 1)));
    }
    return query;
  }

  /** In a path a plus is a plus. */
  private static String decoded(String raw) {
    return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}

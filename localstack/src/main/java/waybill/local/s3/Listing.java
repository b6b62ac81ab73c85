package waybill.local.s3;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What ListBuckets answers, and one page of ListObjectsV2. */
final class Listing {
  private static final int PAGE = 1_000;
  private static final List<String> KNOWN =
      List.of("list-type", "prefix", "continuation-token", "max-keys");

  static String of(String bucket, List<String> keys, Map<String, String> query) {
    for (String name : query.keySet())
      if (!KNOWN.contains(name)) throw Refused.unknown("the parameter " + name + " of a list");
    String prefix = query.getOrDefault("prefix", "");
    String after = key(query.getOrDefault("continuation-token", ""));
    int most = most(query.getOrDefault("max-keys", String.valueOf(PAGE)));
    List<String> rest =
        keys.stream().filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0).toList();
    return page(bucket, prefix, rest.subList(0, Math.min(most, rest.size())), rest.size() > most);
  }

  static String of(List<String> buckets) {
    StringBuilder all = new StringBuilder();
    for (String bucket : buckets)
      all.append("<Bucket>").append(Xml.element("Name", bucket)).append("</Bucket>");
    return Xml.document("ListAllMyBucketsResult", "<Buckets>" + all + "</Buckets>");
  }

  private static String page(String bucket, String prefix, List<String> keys, boolean more) {
    StringBuilder contents = new StringBuilder();
    for (String key : keys)
      contents.append("<Contents>").append(Xml.element("Key", key)).append("</Contents>");
    return Xml.document(
        "ListBucketResult",
        Xml.element("Name", bucket)
            + Xml.element("Prefix", prefix)
            + Xml.element("KeyCount", String.valueOf(keys.size()))
            + Xml.element("IsTruncated", String.valueOf(more))
            + (more ? Xml.element("NextContinuationToken", token(keys.get(keys.size() - 1))) : "")
            + contents);
  }

  private static int most(String text) {
    try {
      int most = Integer.parseInt(text);
      if (most >= 1) return Math.min(most, PAGE);
    } catch (NumberFormatException e) {
      // refused like any other number that is none
    }
    throw new Refused(400, "InvalidArgument", "max-keys is a number from 1");
  }

  private static String token(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String key(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Refused(400, "InvalidArgument", "The continuation token provided is incorrect");
    }
  }

  private Listing() {}
}

package waybill.local.s3;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A key that can be the path of a file, whatever the file system: S3 takes others too, this machine
 * refuses them. No part of one leads out of its folder.
 */
record ObjectKey(String text) {
  private static final Pattern PART = Pattern.compile("[A-Za-z0-9._~-]{1,200}");
  private static final int PARTS_MAX = 8;

  ObjectKey {
    List<String> parts = List.of(text.split("/", -1));
    if (parts.size() > PARTS_MAX || !parts.stream().allMatch(ObjectKey::isPart))
      throw new Refused(400, "InvalidURI", "This machine keeps no object of such a name");
  }

  private static boolean isPart(String part) {
    return PART.matcher(part).matches() && !part.equals(".") && !part.equals("..");
  }
}

package waybill.local.s3;

/** What S3 would not do either, or what this machine does not know, in S3's words. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  Refused(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static Refused noSuchBucket(String bucket) {
    return new Refused(404, "NoSuchBucket", "The template has no bucket " + bucket);
  }

  static Refused noSuchKey() {
    return new Refused(404, "NoSuchKey", "The specified key does not exist.");
  }

  static Refused unknown(String what) {
    return new Refused(501, "NotImplemented", "This machine does not know " + what);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}

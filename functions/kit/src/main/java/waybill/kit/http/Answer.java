package waybill.kit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import waybill.kit.commit.Commit;
import waybill.kit.problem.Refusal;

/** What a handler answers: a document and what is to be written before it is sent, or a refusal. */
public sealed interface Answer<T> {

  /**
   * @param afterwards once all is written; what it does may get lost
   */
  record Given<T>(
      int status, T body, Map<String, String> headers, Commit commit, Runnable afterwards)
      implements Answer<T> {
    public Given(int status, T body, Map<String, String> headers, Commit commit) {
      this(status, body, headers, commit, () -> {});
    }

    public Given<T> then(Runnable next) {
      return new Given<>(status, body, headers, commit, next);
    }

    public Given<T> header(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Given<>(status, body, more, commit, afterwards);
    }
  }

  record Refused<T>(Refusal refusal) implements Answer<T> {}

  static <T> Given<T> ok(T body) {
    return ok(body, Commit.nothing());
  }

  static <T> Given<T> ok(T body, Commit commit) {
    return new Given<>(200, body, Map.of(), commit);
  }

  static <T> Given<T> created(String location, T body, Commit commit) {
    return new Given<>(201, body, Map.of("location", location), commit);
  }

  static <T> Given<T> accepted(String location, T body, Commit commit) {
    return new Given<>(202, body, Map.of("location", location), commit);
  }

  static <T> Answer<T> refused(Refusal refusal) {
    return new Refused<>(refusal);
  }
}

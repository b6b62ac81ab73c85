package waybill.kit.http;

import java.util.LinkedHashMap;
import java.util.Map;
import waybill.kit.commit.Commit;
import waybill.kit.problem.Refusal;

/** What a handler answers: a document and what is to be written before it is sent, or a refusal. */
public sealed interface Answer<T> {

  record Given<T>(int status, T body, Map<String, String> headers, Commit commit)
      implements Answer<T> {

    public Given<T> header(String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(headers);
      more.put(name, value);
      return new Given<>(status, body, more, commit);
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

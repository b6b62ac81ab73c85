package waybill.kit.http;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import waybill.contracts.Json;
import waybill.kit.commit.BadCursor;
import waybill.kit.commit.Conflicted;
import waybill.kit.commit.OutboxFull;
import waybill.kit.commit.TooLarge;
import waybill.kit.commit.Unavailable;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** The one place where a refusal or a breakage becomes an {@code application/problem+json}. */
final class Problems {

  static HttpResponse of(Refusal refusal, String correlation) {
    ObjectNode problem = (ObjectNode) Json.tree(refusal.document(correlation));
    refusal.members().forEach((name, value) -> problem.set(name, Json.tree(value)));
    HttpResponse response =
        HttpResponse.problem(refusal.type().status(), Json.write(problem), refusal.reason());
    Object seconds = refusal.members().get(Refusal.RETRY_AFTER);
    Object taken = refusal.members().get(Refusal.MEDIA_TYPES);
    if (seconds != null) return response.with("retry-after", seconds.toString());
    if (refusal.type() == Problem.UNSUPPORTED_MEDIA_TYPE && taken instanceof List<?> types)
      return response.with("accept", types.stream().map(String::valueOf).collect(joining(", ")));
    return refusal.type().status() == 503 ? response.with("retry-after", "1") : response;
  }

  static Refusal of(RuntimeException breakage) {
    if (breakage instanceof BadCursor) return Problem.BAD_CURSOR.at("/cursor");
    if (breakage instanceof TooLarge)
      return Problem.TOO_LARGE.because(String.valueOf(breakage.getMessage()));
    if (breakage instanceof OutboxFull)
      return Problem.OUTBOX_FULL.because(String.valueOf(breakage.getMessage()));
    if (breakage instanceof Conflicted || breakage instanceof Unavailable)
      return Problem.BUSY.because("nothing was changed");
    return Problem.INTERNAL.because("the correlation id leads to the log");
  }

  private Problems() {}
}

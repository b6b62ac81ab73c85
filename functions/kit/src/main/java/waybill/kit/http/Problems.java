package waybill.kit.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.exchange.ProblemDocument;
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
    ContractId contract = refusal.contract();
    var document =
        new ProblemDocument(
            refusal.type().uri(),
            refusal.type().title(),
            refusal.type().status(),
            refusal.detail(),
            contract == null ? null : contract.toString(),
            orNull(refusal.violations()),
            correlation);
    ObjectNode problem = (ObjectNode) Json.tree(document);
    refusal.members().forEach((name, value) -> problem.set(name, Json.tree(value)));
    HttpResponse response = HttpResponse.problem(refusal.type().status(), Json.write(problem));
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

  private static <T> @Nullable List<T> orNull(List<T> list) {
    return list.isEmpty() ? null : list;
  }

  private Problems() {}
}

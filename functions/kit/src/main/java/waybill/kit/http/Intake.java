package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.Contract;
import waybill.contracts.Malformed;
import waybill.contracts.Violation;
import waybill.kit.problem.Problem;
import waybill.kit.problem.Refusal;

/** What a handler is given of a request's body: read, and held against its contract. */
final class Intake {
  private final Catalog catalog;
  private final KnownForms forms;
  private final Documents documents;

  Intake(Catalog catalog, KnownForms forms) {
    this.catalog = catalog;
    this.forms = forms;
    this.documents = new Documents(catalog, forms);
  }

  sealed interface Taken<Q> {}

  /**
   * @param document null where the kit knows none
   */
  record Body<Q>(Q value, @Nullable JsonNode document) implements Taken<Q> {}

  record Refused<Q>(Refusal refusal) implements Taken<Q> {}

  <Q> Taken<Q> of(Route<Q, ?> route, HttpRequest http) {
    Reading<Q> reading = route.reading();
    Contract<Q> takes = route.takes();
    if (reading != null) return read(reading, http);
    return takes == null ? new Body<>(route.nothing(), null) : read(route, takes, http);
  }

  private static <Q> Taken<Q> read(Reading<Q> reading, HttpRequest http) {
    try {
      var format = Negotiation.ofTheBody(http);
      return new Body<>(
          reading.of().apply(new Incoming(http.headers(), http.body(), format)), null);
    } catch (Malformed e) {
      return malformed(e);
    } catch (NotTaken e) {
      return new Refused<>(KnownForms.refusal(e, reading.mediaTypes()));
    }
  }

  private <Q> Taken<Q> read(Route<Q, ?> route, Contract<Q> takes, HttpRequest http) {
    JsonNode document;
    try {
      document = documents.of(route, takes, http);
    } catch (Malformed e) {
      return malformed(e);
    } catch (NotTaken e) {
      return new Refused<>(forms.refusal(e, takes.id()));
    }
    List<Violation> violations = catalog.check(takes.id(), document);
    return violations.isEmpty()
        ? new Body<>(catalog.read(takes, document), document)
        : new Refused<>(Refusal.violates(takes.id(), violations));
  }

  private static <Q> Taken<Q> malformed(Malformed e) {
    return new Refused<>(Problem.MALFORMED.because(String.valueOf(e.getMessage())));
  }
}

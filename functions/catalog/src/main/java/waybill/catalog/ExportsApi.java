package waybill.catalog;

import static waybill.contracts.catalog.ServiceContracts.ASYNCAPI;
import static waybill.contracts.catalog.ServiceContracts.OPENAPI;
import static waybill.kit.http.Answer.ok;
import static waybill.kit.http.Route.get;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Catalog;
import waybill.contracts.Json;
import waybill.contracts.catalog.AsyncApiDocument;
import waybill.contracts.catalog.OpenApiDocument;
import waybill.contracts.export.AsyncApi;
import waybill.contracts.export.OpenApi;
import waybill.kit.commit.Hash;
import waybill.kit.http.Answer;
import waybill.kit.http.Request;
import waybill.kit.http.Route.Nothing;
import waybill.kit.http.Routes;

/** The deployment in the words of other people's tools. It changes with the deployment only. */
final class ExportsApi {
  private static final String FRESH = "public, max-age=60";

  /** A document and the name of its content. */
  private record Export<T>(T document, String etag) {}

  private final Lazy<Export<OpenApiDocument>> openApi;
  private final Lazy<Export<AsyncApiDocument>> asyncApi;

  ExportsApi(Catalog catalog, String tokenUrl) {
    this.openApi = new Lazy<>(() -> export(OpenApi.of(catalog, tokenUrl), OpenApiDocument.class));
    this.asyncApi = new Lazy<>(() -> export(AsyncApi.of(catalog), AsyncApiDocument.class));
  }

  Routes routes() {
    return Routes.of(
        get("/openapi.json", OPENAPI, this::openApi),
        get("/asyncapi.json", ASYNCAPI, this::asyncApi));
  }

  Answer<OpenApiDocument> openApi(Request<Nothing> request) {
    return answer(openApi.get());
  }

  Answer<AsyncApiDocument> asyncApi(Request<Nothing> request) {
    return answer(asyncApi.get());
  }

  private static <T> Answer<T> answer(Export<T> export) {
    return ok(export.document()).header("etag", export.etag()).header("cache-control", FRESH);
  }

  private static <T> Export<T> export(JsonNode document, Class<T> type) {
    T bound = Json.bind(document, type);
    return new Export<>(bound, "\"" + Hash.of(Json.bytes(bound)) + "\"");
  }

  /** Made when it is first asked for; two threads may both make it, and make the same. */
  private static final class Lazy<T> {
    private final Supplier<T> making;
    private volatile @Nullable T made;

    private Lazy(Supplier<T> making) {
      this.making = making;
    }

    private T get() {
      T known = made;
      if (known == null) made = known = making.get();
      return known;
    }
  }
}

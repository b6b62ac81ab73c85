package waybill.contracts.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.dialect.Dialects;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import waybill.contracts.Catalog;
import waybill.contracts.RouteEntry;
import waybill.contracts.form.Format;
import waybill.contracts.form.Forms;

/** The document that tools outside read, held against their own schema. */
class OpenApiTest {
  private static final ObjectNode DOCUMENT =
      OpenApi.of(Catalog.builtIn(), "https://tokens.example.com/oauth2/token");

  @Test
  void theDocument_keepsTheOfficialSchema() {
    assertThat(Official.violations("openapi-3.1", Dialects.getDraft202012(), DOCUMENT)).isEmpty();
  }

  @Test
  void theOfficialSchema_isNoOpenDoor() {
    ObjectNode broken = DOCUMENT.deepCopy();
    broken.remove("info");
    ((ObjectNode) broken.at("/paths/~1users/post")).put("responses", "none");
    assertThat(Official.violations("openapi-3.1", Dialects.getDraft202012(), broken))
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @TestFactory
  Stream<DynamicTest> eachSchema_keepsTheMetaSchemaOfItsDialect() {
    return DOCUMENT
        .at("/components/schemas")
        .propertyStream()
        .map(
            schema ->
                DynamicTest.dynamicTest(
                    schema.getKey(),
                    () -> assertThat(Official.metaViolations(schema.getValue())).isEmpty()));
  }

  @Test
  void everyReference_leadsSomewhere() {
    assertThat(Official.danglingReferences(DOCUMENT)).isEmpty();
  }

  @Test
  void everyRoute_isThere_onceUnderItsName() {
    Set<String> ids = new HashSet<>();
    for (RouteEntry route : routes()) {
      JsonNode operation = operation(route);
      assertThat(operation.isObject()).as(route.route()).isTrue();
      assertThat(ids.add(operation.path("operationId").asText())).as(route.route()).isTrue();
    }
  }

  @Test
  void aPublicRoute_asksForNothing_andTheOthersForAScope() {
    for (RouteEntry route : routes())
      assertThat(operation(route).path("security").isEmpty())
          .as(route.route())
          .isEqualTo(route.isPublic());
    assertThat(DOCUMENT.at("/paths/~1orders/post/security").toString())
        .isEqualTo("[{\"machines\":[\"waybill/act-for-people\"]},{\"people\":[]}]");
  }

  @Test
  void aCreatingPost_takesAnIdempotencyKey_andNamesItsMessages() {
    JsonNode post = DOCUMENT.at("/paths/~1users/post");
    assertThat(post.path("parameters").toString())
        .contains("#/components/parameters/idempotency-key");
    assertThat(post.at("/responses/201/headers").has("Waybill-Messages")).isTrue();
    assertThat(post.at("/responses/201/headers").has("Location")).isTrue();
  }

  @Test
  void aPostWhoseAnswerIsASecret_takesNoIdempotencyKey() {
    for (String path : List.of("/sessions", "/password-resets", "/password-resets/confirmations"))
      assertThat(operationAt(path).path("parameters").toString())
          .contains("#/components/parameters/correlation-id")
          .doesNotContain("idempotency-key");
  }

  private static JsonNode operationAt(String path) {
    return DOCUMENT.path("paths").path(path).path("post");
  }

  @Test
  void aGetsDocument_isItsQueryParameters() {
    JsonNode parameters = DOCUMENT.at("/paths/~1can-deploy/get/parameters");
    assertThat(parameters.findValuesAsText("name"))
        .containsExactly("service", "contract", "version");
    assertThat(parameters.path(0).path("required").asBoolean()).isTrue();
    assertThat(DOCUMENT.at("/paths/~1can-deploy/get").has("requestBody")).isFalse();
  }

  @Test
  void whatHasAnEtag_maybeUnchanged() {
    JsonNode responses = DOCUMENT.at("/paths/~1openapi.json/get/responses");
    assertThat(responses.at("/200/headers").has("ETag")).isTrue();
    assertThat(responses.has("304")).isTrue();
    assertThat(DOCUMENT.at("/paths/~1users/get/responses").has("304")).isFalse();
  }

  @Test
  void aParameterOfThePath_isDeclared() {
    assertThat(DOCUMENT.at("/paths/~1users~1{user_id}/get/parameters/0").toString())
        .isEqualTo(
            "{\"name\":\"user_id\",\"in\":\"path\",\"required\":true,"
                + "\"schema\":{\"type\":\"string\"}}");
  }

  @Test
  void refusals_areProblems_andWhatTheGatewayRefusesIsItsOwn() {
    JsonNode responses = DOCUMENT.at("/components/responses");
    assertThat(responses.at("/UNPROCESSABLE/content").propertyStream().map(e -> e.getKey()))
        .containsExactly("application/problem+json");
    assertThat(responses.at("/UNAUTHORIZED/content").propertyStream().map(e -> e.getKey()))
        .containsExactly("application/json");
    assertThat(DOCUMENT.at("/paths/~1users~1{user_id}/patch/responses").propertyStream())
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "200", "400", "401", "403", "404", "406", "409", "413", "415", "422", "429", "503");
  }

  @Test
  void aDocument_isTakenAndGivenInEveryFormThatItsContractHas() {
    Forms forms = Forms.of(Catalog.builtIn());
    for (RouteEntry route : routes())
      if (!isFile(route))
        assertThat(given(route))
            .as(route.route())
            .containsExactlyElementsOf(
                Stream.of(Format.values())
                    .filter(format -> forms.form(route.gives(), format).isPresent())
                    .map(Format::mediaType)
                    .toList());
    assertThat(DOCUMENT.at("/paths/~1orders/post/requestBody/content").propertyStream())
        .extracting(Map.Entry::getKey)
        .contains("application/json", "application/cbor");
    assertThat(DOCUMENT.at("/paths/~1orders/post/responses").has("406")).isTrue();
    assertThat(DOCUMENT.at("/paths/~1ledger~1audits/post/responses").has("415")).isFalse();
  }

  @Test
  void aFile_isGivenAsWhatItIs_andAsNothingElse() {
    assertThat(routes().stream().filter(OpenApiTest::isFile))
        .extracting(RouteEntry::path)
        .containsExactlyInAnyOrder(
            "/contracts/{name}/versions/{version}/schema.proto",
            "/contracts/{name}/versions/{version}/schema.xsd");
    for (RouteEntry route : routes())
      if (isFile(route)) assertThat(given(route)).containsExactly(mediaType(route));
  }

  private static boolean isFile(RouteEntry route) {
    return !mediaType(route).isEmpty();
  }

  private static String mediaType(RouteEntry route) {
    return Catalog.builtIn().schema(route.gives()).path("contentMediaType").asText();
  }

  private static List<String> given(RouteEntry route) {
    int status = route.answers().get(0);
    return operation(route)
        .at("/responses/" + status + "/content")
        .propertyStream()
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void theSameCatalog_givesTheSameDocument() {
    assertThat(OpenApi.of(Catalog.builtIn(), "https://tokens.example.com/oauth2/token").toString())
        .isEqualTo(DOCUMENT.toString());
  }

  private static List<RouteEntry> routes() {
    return Catalog.builtIn().services().stream()
        .flatMap(service -> service.routes().stream())
        .toList();
  }

  private static JsonNode operation(RouteEntry route) {
    return DOCUMENT.path("paths").path(route.path()).path(route.method().toLowerCase(Locale.ROOT));
  }
}

package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.contracts.Catalog;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Role;

/** Long documents stay, are nobody else's to write, and are read only by who is told of them. */
class BlobsTest {
  /** Whoever takes part in a saga answers it, outside services too. */
  private static final String ANYBODYS = "SagasWorker";

  /** They say nothing in the name of a service. */
  private static final Set<String> SILENT =
      Set.of("Door", "UsersSignUp", "ExchangeApi", "ExchangeRouter", "ExchangeHooksCaller");

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final String BUCKET = "arn:aws:s3:::waybill-blobs";

  /** What came over HTTP: no service of the deployment reaches it. */
  private static final String PUBLISHED = "_published";

  static Stream<String> functions() {
    return TheTemplate.functions();
  }

  @Test
  void theBucket_isEncrypted_private_andStaysWhenItsStackGoes() {
    JsonNode properties = TheTemplate.properties("Blobs");
    assertThat(properties.path("BucketEncryption").findValuesAsText("SSEAlgorithm")).isNotEmpty();
    assertThat(properties.path("PublicAccessBlockConfiguration"))
        .hasSize(4)
        .allMatch(JsonNode::asBoolean);
    assertThat(TheTemplate.resource("Blobs").path("DeletionPolicy").asText()).isEqualTo("Retain");
    assertThat(TheTemplate.resource("Blobs").path("UpdateReplacePolicy").asText())
        .isEqualTo("Retain");
  }

  /** An old version outlives an erasure, and age does not say whether a message waits for it. */
  @Test
  void theBucket_keepsNoVersions_andForgetsNothingByAge() {
    JsonNode properties = TheTemplate.properties("Blobs");
    assertThat(properties.has("VersioningConfiguration")).isFalse();
    assertThat(properties.has("LifecycleConfiguration")).isFalse();
  }

  @Test
  void theBucket_takesNothingButTls() {
    JsonNode policy = TheTemplate.properties("BlobsOverTls");
    JsonNode statement = policy.at("/PolicyDocument/Statement/0");
    assertThat(policy.path("Bucket").asText()).isEqualTo("!Ref Blobs");
    assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
    assertThat(statement.path("Principal").asText()).isEqualTo("*");
    assertThat(statement.path("Action").asText()).isEqualTo("s3:*");
    assertThat(TheTemplate.texts(statement.path("Resource")))
        .containsExactly("!GetAtt Blobs.Arn", "!Sub ${Blobs.Arn}/*");
    assertThat(statement.at("/Condition/Bool/aws:SecureTransport").asText()).isEqualTo("false");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunction_writesWhatItsOwnServiceSays_andNothingElse(String id) {
    assertThat(resources(function(id), "s3:PutObject"))
        .as(id)
        .isSubsetOf(prefixes(Set.of(id.equals("ExchangeApi") ? PUBLISHED : service(function(id)))));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aServicesFunction_canSayWhatIsLong(String id) {
    if (SILENT.contains(id)) return;
    assertThat(resources(function(id), "s3:PutObject")).as(id).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aWorker_readsWhatItsServiceHears(String id) {
    if (!id.endsWith("Worker") || id.equals(ANYBODYS)) return;
    assertThat(resources(function(id), "s3:GetObject"))
        .as(id)
        .isEqualTo(prefixes(heardBy(service(function(id)))));
  }

  @Test
  void theDoorAndWhoeverShowsMessages_readWhatAnyServiceSays() {
    assertThat(resources(function("ExchangeRouter"), "s3:GetObject")).isEqualTo(prefixes(all()));
    assertThat(resources(function("ExchangeApi"), "s3:GetObject")).isEqualTo(prefixes(all()));
  }

  @Test
  void onlyTheExchange_whichKeepsTheLedger_removesDocuments() {
    for (FunctionSpec function : TheTemplate.STACK.functions())
      assertThat(resources(function, "s3:DeleteObject"))
          .as(function.id())
          .isEqualTo(function.id().equals("ExchangeWorker") ? prefixes(all()) : Set.of());
  }

  private static Set<String> all() {
    return Stream.concat(
            TheTemplate.STACK.functions().stream()
                .filter(function -> !TheTemplate.isAtTheDoor(function.id()))
                .map(BlobsTest::service),
            Stream.of(PUBLISHED))
        .collect(Collectors.toSet());
  }

  /** The services whose messages it consumes: a command is its sender's to write. */
  private static Set<String> heardBy(String service) {
    return CATALOG.services().stream()
        .filter(entry -> entry.name().equals(service))
        .flatMap(entry -> entry.consumes().stream())
        .flatMap(contract -> CATALOG.definition(contract.name()).senders().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> prefixes(Set<String> services) {
    return services.stream()
        .map(service -> BUCKET + "/" + service + "/*")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> resources(FunctionSpec function, String action) {
    return function.role().statements().stream()
        .filter(statement -> statement.actions().contains(action))
        .map(Role.Statement::resources)
        .flatMap(List::stream)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String service(FunctionSpec function) {
    return String.valueOf(function.environment().get("SERVICE"));
  }

  private static FunctionSpec function(String id) {
    return TheTemplate.STACK.function(id);
  }
}

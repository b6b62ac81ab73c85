package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.local.template.Api;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Role;

/** Each function has rights, a log and a version of its own. */
class RolesTest {
  static Stream<String> functions() {
    return TheTemplate.functions();
  }

  @Test
  void noTwoFunctions_shareARole() {
    assertThat(TheTemplate.STACK.functions().stream().map(function -> function.role().name()))
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRole_isSomeFunctions() {
    assertThat(TheTemplate.ids("AWS::IAM::Role").map(id -> "!GetAtt " + id + ".Arn"))
        .containsExactlyInAnyOrderElementsOf(
            functions().map(id -> TheTemplate.properties(id).path("Role").asText()).toList());
  }

  @Test
  void noTwoFunctions_shareALogGroup() {
    assertThat(functions().map(RolesTest::logGroup)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aLogGroup_isOfTheTemplate_andForgetsInTime(String id) {
    assertThat(TheTemplate.ids("AWS::Logs::LogGroup")).as(id).contains(logGroup(id));
    assertThat(TheTemplate.properties(logGroup(id)).path("RetentionInDays").asText())
        .as(id)
        .isEqualTo("!Ref LogRetentionDays");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunction_mayWriteItsOwnLogAndNoOther(String id) {
    String role = TheTemplate.properties(id).path("Role").asText();
    String roleId = role.replace("!GetAtt ", "").replace(".Arn", "");
    List<String> logs =
        TheTemplate.properties(roleId).findValues("Statement").stream()
            .flatMap(
                statements -> Stream.of(statements.findParents("Action").toArray(JsonNode[]::new)))
            .filter(statement -> statement.path("Action").toString().contains("logs:"))
            .flatMap(statement -> TheTemplate.texts(statement.path("Resource")).stream())
            .toList();
    assertThat(logs).as(id).containsExactly("!GetAtt " + logGroup(id) + ".Arn");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aRole_namesEachResource_exceptForTraces(String id) {
    assertThat(function(id).role().statements())
        .as(id)
        .filteredOn(statement -> !isOf("xray:", statement) && !isOf("logs:", statement))
        .filteredOn(statement -> !isOf("s3:", statement)) // BlobsTest names their prefixes
        .filteredOn(statement -> !isOfSubscribers(statement))
        .flatExtracting(Role.Statement::resources)
        .noneMatch(resource -> resource.toString().contains("*"));
  }

  /** The one wildcard: subscribers' own queues, whose own policies admit us one by one. */
  private static boolean isOfSubscribers(Role.Statement statement) {
    return statement.resources().stream()
        .allMatch(
            resource -> resource.toString().matches("arn:[^:]+:sqs:[^:]+:\\*:waybill-sub-\\*"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aRole_namesEachAction(String id) {
    assertThat(function(id).role().statements())
        .as(id)
        .flatExtracting(Role.Statement::actions)
        .noneMatch(action -> action.toString().contains("*"));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunction_reachesNoTableButItsOwn(String id) {
    assertThat(function(id).role().statements())
        .as(id)
        .filteredOn(statement -> isOf("dynamodb:", statement))
        .flatExtracting(Role.Statement::resources)
        .allMatch(
            arn ->
                (arn + "/")
                    .toString()
                    .contains(":table/" + function(id).environment().get("TABLE") + "/"));
  }

  @Test
  void everyFunctionButTheDoor_hasATable_andTheDoorHasNothing() {
    assertThat(TheTemplate.STACK.functions())
        .allSatisfy(
            function ->
                assertThat(
                        function.role().statements().stream()
                            .allMatch(one -> isOf("logs:", one) || isOf("xray:", one)))
                    .as(function.id())
                    .isEqualTo(TheTemplate.isAtTheDoor(function.id())));
  }

  @Test
  void everyFunctionBehindTheApi_andTheDoor_startsFromASnapshot_underAnAlias() {
    Stream<String> behind = TheTemplate.STACK.api().routes().stream().map(Api.Route::functionId);
    for (String id : Stream.concat(behind, Stream.of("Door")).distinct().toList()) {
      JsonNode properties = TheTemplate.properties(id);
      assertThat(properties.at("/SnapStart/ApplyOn").asText())
          .as("SnapStart of %s", id)
          .isEqualTo("PublishedVersions");
      assertThat(properties.path("AutoPublishAlias").asText())
          .as("AutoPublishAlias of %s", id)
          .isNotEmpty();
    }
  }

  private static boolean isOf(String service, Role.Statement statement) {
    return statement.actions().stream().allMatch(action -> action.startsWith(service));
  }

  private static String logGroup(String id) {
    return TheTemplate.properties(id).at("/LoggingConfig/LogGroup").asText().replace("!Ref ", "");
  }

  private static FunctionSpec function(String id) {
    return TheTemplate.STACK.function(id);
  }
}

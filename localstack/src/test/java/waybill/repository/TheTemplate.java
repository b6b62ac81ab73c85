package waybill.repository;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import waybill.contracts.Catalog;
import waybill.contracts.RouteEntry;
import waybill.local.template.Api;
import waybill.local.template.Ground;
import waybill.local.template.Stack;
import waybill.local.template.Template;

/** template.yaml twice: what it means, and, where the machine looks away, its very words. */
final class TheTemplate {
  static final Stack STACK =
      Template.read(Repository.file("template.yaml")).on(Ground.beforeStart(Map.of()));

  /** Intrinsics are texts here, such as {@code !Ref UsersTable}. */
  private static final JsonNode WORDS = words();

  static JsonNode properties(String id) {
    return WORDS.path("Resources").path(id).path("Properties");
  }

  static JsonNode resource(String id) {
    return WORDS.path("Resources").path(id);
  }

  static Stream<String> ids(String type) {
    return StreamSupport.stream(
            ((Iterable<String>) () -> WORDS.path("Resources").fieldNames()).spliterator(), false)
        .filter(id -> resource(id).path("Type").asText().equals(type));
  }

  static Stream<String> functions() {
    return ids("AWS::Serverless::Function");
  }

  /** The function that an authorizer asks answers no route. */
  static boolean isAtTheDoor(String functionId) {
    return STACK.api().routes().stream()
        .anyMatch(
            route ->
                route.authorizer() instanceof Api.Lambda lambda
                    && lambda.functionId().equals(functionId));
  }

  /** What a token needs: a JWT authorizer reads it in the template, the door in the catalog. */
  static List<String> scopes(Api.Route route) {
    if (!(route.authorizer() instanceof Api.Lambda)) return route.scopes();
    return Catalog.builtIn().services().stream()
        .flatMap(service -> service.routes().stream())
        .filter(entry -> entry.route().equals(route.key()))
        .findFirst()
        .map(RouteEntry::scopes)
        .orElse(List.of());
  }

  static Stream<String> queues() {
    return ids("AWS::SQS::Queue");
  }

  static Stream<String> tables() {
    return ids("AWS::DynamoDB::Table");
  }

  /** The values of a list, or the only one. */
  static List<String> texts(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(node.asText());
  }

  private static JsonNode words() {
    Map<Tag, ConstructNode> intrinsics = new HashMap<>();
    for (String tag : List.of("!Ref", "!Sub", "!GetAtt"))
      intrinsics.put(new Tag(tag), node -> tag + " " + ((ScalarNode) node).getValue());
    for (String tag : List.of("!Equals", "!Not", "!Split"))
      intrinsics.put(new Tag(tag), node -> tag);
    LoadSettings settings = LoadSettings.builder().setTagConstructors(intrinsics).build();
    Object words = new Load(settings).loadFromString(Repository.text("template.yaml"));
    return new ObjectMapper().valueToTree(words);
  }

  private TheTemplate() {}
}

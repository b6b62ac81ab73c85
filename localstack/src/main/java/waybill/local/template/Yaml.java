package waybill.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML as CloudFormation writes it, as maps, lists and scalars; short intrinsics become long. */
final class Yaml {
  private static final Pattern OLD_BOOLEAN = Pattern.compile("(?i)yes|no|on|off");
  private static final Pattern OLD_OCTAL = Pattern.compile("0[0-9]+");

  private Yaml() {}

  static Object read(String text) {
    Node root;
    try {
      root =
          new Compose(LoadSettings.builder().build())
              .composeString(text)
              .orElseThrow(() -> new TemplateException("the file is empty"));
    } catch (MarkedYamlEngineException e) {
      var line = e.getProblemMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
      throw new TemplateException(line + "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new TemplateException("not YAML: " + e.getMessage());
    }
    var value = value(root);
    if (value == null) throw new TemplateException("the file is empty");
    return value;
  }

  private static @Nullable Object value(Node node) {
    var tag = node.getTag().getValue();
    var plain = plain(node);
    if (!tag.startsWith("!")) return plain;
    return switch (tag) {
      case "!Ref" -> single("Ref", plain);
      case "!Sub" -> single("Fn::Sub", plain);
      case "!GetAtt" -> single("Fn::GetAtt", plain);
      case "!Split" -> single("Fn::Split", plain);
      case "!Equals" -> single("Fn::Equals", plain);
      case "!Not" -> single("Fn::Not", plain);
      default -> throw TemplateException.unknown(line(node) + tag);
    };
  }

  private static Map<String, @Nullable Object> single(String name, @Nullable Object value) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    map.put(name, value);
    return map;
  }

  private static @Nullable Object plain(Node node) {
    if (node instanceof MappingNode mapping) return map(mapping);
    if (node instanceof SequenceNode sequence) {
      var list = new ArrayList<@Nullable Object>();
      sequence.getValue().forEach(item -> list.add(value(item)));
      return list;
    }
    return scalar((ScalarNode) node);
  }

  private static Map<String, @Nullable Object> map(MappingNode node) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (var tuple : node.getValue()) {
      var key = String.valueOf(plain(tuple.getKeyNode()));
      if (map.containsKey(key)) {
        throw new TemplateException(line(tuple.getKeyNode()) + key + " is there twice");
      }
      map.put(key, value(tuple.getValueNode()));
    }
    return map;
  }

  private static @Nullable Object scalar(ScalarNode node) {
    var text = node.getValue();
    if (node.getScalarStyle() != ScalarStyle.PLAIN) return text;
    if (OLD_BOOLEAN.matcher(text).matches() || OLD_OCTAL.matcher(text).matches()) {
      // CloudFormation reads YAML 1.1, where these are booleans and octal numbers.
      throw new TemplateException(
          line(node) + "'" + text + "' means something else to CloudFormation: quote it");
    }
    if (node.getTag().equals(Tag.BOOL)) return Boolean.valueOf(text);
    if (node.getTag().equals(Tag.INT)) return Long.decode(text);
    if (node.getTag().equals(Tag.NULL)) return null;
    return text;
  }

  private static String line(Node node) {
    return node.getStartMark().map(mark -> "line " + (mark.getLine() + 1) + ": ").orElse("");
  }

  /** The values of a list that may also be written as a single value. */
  static List<?> listOf(@Nullable Object value) {
    if (value == null) return List.of();
    return value instanceof List<?> list ? list : List.of(value);
  }
}

package waybill.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Expressions that make other readers of a schema run away. Here a machine would take over, so they
 * hurt nobody; but whoever gets the schema checks with an engine of their own. Found by trying: a
 * short text that repeats itself and then does not fit.
 */
public final class RunawayExpressions {
  private static final int REPEATED = 64;
  private static final int LETTERS_MAX = 6;
  private static final int TEXTS_MAX = 24;

  /** Of one schema: each costs up to a millisecond. */
  private static final int EXPRESSIONS_MAX = 200;

  private static final String LETTERS_ALWAYS = "a0 -";
  private static final String MISFIT = "\u0001";

  /** Java remembers where a loop has failed, as few engines do, unless a group is referred to. */
  private static final String FORGETFUL = "|(?<waybill>\u0002)\\k<waybill>";

  private RunawayExpressions() {}

  /** Where in a schema they are; or that there are more than can be tried. */
  public static List<Violation> in(JsonNode schema) {
    Map<String, At> places = new LinkedHashMap<>();
    collect(new Subschemas.At("", schema), places);
    if (places.size() > EXPRESSIONS_MAX)
      return List.of(
          new Violation("", "pattern", "at most " + EXPRESSIONS_MAX + " different expressions"));
    return places.entrySet().stream()
        .filter(place -> runsAway(place.getKey()))
        .map(place -> violation(place.getValue()))
        .toList();
  }

  private record At(String pointer, String rule) {}

  private static void collect(Subschemas.At at, Map<String, At> places) {
    JsonNode pattern = at.schema().path("pattern");
    if (pattern.isTextual())
      places.putIfAbsent(pattern.textValue(), new At(at.pointer() + "/pattern", "pattern"));
    at.schema()
        .path("patternProperties")
        .fieldNames()
        .forEachRemaining(
            source -> {
              String pointer = at.pointer() + "/patternProperties/" + Subschemas.escaped(source);
              places.putIfAbsent(source, new At(pointer, "patternProperties"));
            });
    Subschemas.of(at).forEach(under -> collect(under, places));
  }

  private static Violation violation(At place) {
    return new Violation(place.pointer, place.rule, "takes exponential time on some short texts");
  }

  static boolean runsAway(String source) {
    try {
      Pattern pattern = JavaExpression.of(source + FORGETFUL);
      return texts(source).stream().anyMatch(text -> runsAway(pattern, text));
    } catch (PatternSyntaxException e) {
      return false; // refused elsewhere
    }
  }

  private static boolean runsAway(Pattern pattern, String text) {
    try {
      pattern.matcher(new CountedText(text)).find();
      return false;
    } catch (CountedText.TooManyLooks | StackOverflowError e) {
      return true;
    }
  }

  /** Each letter of the expression, and two of them, again and again. */
  private static List<String> texts(String source) {
    Set<String> letters = new LinkedHashSet<>();
    source
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(LETTERS_MAX)
        .forEach(letter -> letters.add(Character.toString(letter)));
    LETTERS_ALWAYS.chars().forEach(letter -> letters.add(Character.toString(letter)));
    List<String> texts = new ArrayList<>();
    for (String one : letters) texts.add(one.repeat(REPEATED) + MISFIT);
    for (String one : letters)
      for (String other : letters)
        if (texts.size() < TEXTS_MAX && !one.equals(other))
          texts.add((one + other).repeat(REPEATED) + MISFIT);
    return texts;
  }
}

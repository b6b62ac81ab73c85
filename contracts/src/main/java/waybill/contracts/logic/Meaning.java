package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a schema as a formula. */
public final class Meaning {
  private static final int PLACES_MAX = 20_000;
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  /** Of older drafts; today's validators do not agree on what they mean. */
  private static final Set<String> DISPUTED =
      Set.of("dependencies", "additionalItems", "$recursiveRef", "$recursiveAnchor");

  private final Formulas formulas;
  private final References references;
  private final Closure closure;
  private final Map<String, Formula> known = new HashMap<>();

  /**
   * The places that are being read, innermost first, and marked where a value inside is spoken of.
   */
  private final Deque<String> open = new ArrayDeque<>();

  private static final String INSIDE = "(inside)";
  private int places;

  private Meaning(Formulas formulas, References references, Closure closure) {
    this.formulas = formulas;
    this.references = references;
    this.closure = closure;
  }

  /**
   * @param name tells documents apart whose references cannot be compared
   */
  public static Formula of(JsonNode schema, String name, Formulas formulas) {
    References references = new References(schema);
    Meaning meaning = new Meaning(formulas, references, new Closure(references, name));
    return meaning.of(references.root());
  }

  /** What is said about the value itself. */
  Formula of(Located at) {
    Formula found = known.get(at.pointer());
    if (found != null) return found;
    if (isOpen(at.pointer())) return deferred(at);
    if (++places > PLACES_MAX) throw new TooLarge("more than " + PLACES_MAX + " places");
    open.push(at.pointer());
    Formula formula;
    int depth = open.size();
    try {
      formula = read(at);
    } catch (Unreadable e) {
      while (open.size() > depth) open.pop();
      formula = formulas.unclear(e.getMessage() + ", " + closure.key(at));
    }
    open.pop();
    known.put(at.pointer(), formula);
    return formula;
  }

  /** What is said about a value inside of it. */
  Formula inside(Located at) {
    open.push(INSIDE);
    Formula formula = of(at);
    open.pop();
    return formula;
  }

  Formulas formulas() {
    return formulas;
  }

  private boolean isOpen(String pointer) {
    boolean goesInside = false;
    for (String one : open) {
      if (one.equals(pointer) && !goesInside)
        throw new Unreadable("a schema that refers to itself for the same value");
      if (one.equals(pointer)) return true;
      goesInside |= one.equals(INSIDE);
    }
    return false;
  }

  private Formula deferred(Located at) {
    return formulas.deferred(
        closure.key(at),
        () -> {
          Formula meant = known.get(at.pointer());
          if (meant == null)
            throw new IllegalStateException("not read to its end: " + at.pointer());
          return meant;
        });
  }

  private Formula read(Located at) {
    JsonNode schema = at.schema();
    if (schema.isBoolean()) return schema.booleanValue() ? formulas.always : formulas.never;
    if (!schema.isObject()) throw new Unreadable("something that is no schema");
    refuseOtherDialects(schema);
    List<Formula> all = new ArrayList<>();
    all.addAll(new ValueKeywords(formulas).read(schema));
    all.addAll(new InPlaceKeywords(this).read(at));
    all.addAll(new ArrayKeywords(this).read(at));
    all.addAll(new ObjectKeywords(this).read(at));
    return formulas.all(all);
  }

  private static void refuseOtherDialects(JsonNode schema) {
    String dialect = schema.path("$schema").asText(DIALECT);
    if (!dialect.equals(DIALECT) && !dialect.equals(DIALECT + "#"))
      throw new Unreadable("another dialect than 2020-12");
    schema
        .fieldNames()
        .forEachRemaining(
            keyword -> {
              if (DISPUTED.contains(keyword))
                throw new Unreadable("the keyword " + keyword + " of older drafts");
            });
  }

  Located target(Located at, String keyword) {
    String reference = at.schema().path(keyword).asText("");
    return keyword.equals("$ref")
        ? references.target(at, reference)
        : references.dynamicTarget(at, reference);
  }
}

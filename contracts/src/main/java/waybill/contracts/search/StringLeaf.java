package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Values;
import waybill.contracts.text.Expression;
import waybill.contracts.text.Texts;

/** Strings by length and expressions. */
final class StringLeaf extends Leaf {
  private static final int LENGTH_MAX = 20_000;

  private final List<Expression> in = new ArrayList<>();
  private final List<Expression> notIn = new ArrayList<>();
  private int min;
  private int max = Integer.MAX_VALUE;

  StringLeaf(Search search) {
    super(search);
  }

  @Override
  void hear(Formula.Shape shape, boolean isTrue) {
    if (shape instanceof Formula.Matches matches) (isTrue ? in : notIn).add(matches.expression());
    if (shape instanceof Formula.MinLength least) {
      if (isTrue) min = Math.max(min, least.length());
      else max = Math.min(max, least.length() - 1);
    }
    if (shape instanceof Formula.MaxLength most) {
      if (isTrue) max = Math.min(max, most.length());
      else if (most.length() == Integer.MAX_VALUE) max = -1;
      else min = Math.max(min, most.length() + 1);
    }
  }

  @Override
  Finding look() {
    if (max < min) return Finding.none();
    if (min > LENGTH_MAX) return new Finding.Unknown("a text longer than " + LENGTH_MAX);
    Set<String> names = except.stream().map(JsonNode::textValue).collect(Collectors.toSet());
    int end = max == Integer.MAX_VALUE ? -1 : max;
    try {
      Optional<String> text =
          new Texts(in, notIn, names, min, end).shortest(search.budget()::checkTime);
      return text.isPresent() ? new Finding.Found(Values.text(text.get()), true) : Finding.none();
    } catch (Texts.GivenUp e) {
      return new Finding.Unknown(String.valueOf(e.getMessage()));
    }
  }
}

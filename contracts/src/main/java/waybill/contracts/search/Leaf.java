package waybill.contracts.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import waybill.contracts.logic.Formula;
import waybill.contracts.logic.Type;
import waybill.contracts.logic.Values;

/** What is said about values of one type when nothing is left to choose. */
abstract class Leaf {
  final Search search;
  final Set<JsonNode> except = new LinkedHashSet<>();
  private boolean unclear;

  Leaf(Search search) {
    this.search = search;
  }

  static Leaf of(Search search, Type type, Collection<Formula> said) {
    Leaf leaf =
        switch (type) {
          case NUMBER -> new NumberLeaf(search);
          case STRING -> new StringLeaf(search);
          case ARRAY -> new ArrayLeaf(search);
          case OBJECT -> new ObjectLeaf(search);
          case BOOLEAN -> new FewLeaf(search, List.of(Values.bool(true), Values.bool(false)));
          case NULL -> new FewLeaf(search, List.of(Values.nothing()));
        };
    said.forEach(formula -> leaf.take(formula, type));
    return leaf;
  }

  private void take(Formula formula, Type type) {
    boolean isTrue = !(formula.shape() instanceof Formula.Not);
    Formula.Shape shape =
        formula.shape() instanceof Formula.Not not ? not.formula().shape() : formula.shape();
    if (shape instanceof Formula.Unclear) unclear = true;
    else if (shape instanceof Formula.In in && !isTrue) {
      for (JsonNode value : in.values()) if (Type.of(value) == type) except.add(value);
    } else hear(shape, isTrue);
  }

  /** One thing that is, or is not, true; what is no matter of this type is passed over. */
  abstract void hear(Formula.Shape shape, boolean isTrue);

  abstract Finding look();

  final Finding find() {
    Finding finding = look();
    return unclear && finding instanceof Finding.Found found
        ? new Finding.Found(found.value(), false)
        : finding;
  }
}

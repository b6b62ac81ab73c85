package waybill.contracts.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import waybill.contracts.text.Expression;

/**
 * One thing that may be true of a value. As in JSON Schema, what is said about one type holds for
 * every value of another. Two formulas that say the same in the same words are one object.
 */
public final class Formula {

  /** How a formula is made. */
  public sealed interface Shape {}

  public record Always() implements Shape {}

  public record Not(Formula formula) implements Shape {}

  public record All(List<Formula> formulas) implements Shape {}

  public record Any(List<Formula> formulas) implements Shape {}

  public record OfType(Set<Type> types) implements Shape {}

  /** One of these values, which are in their {@link Values#normal normal} form. */
  public record In(Set<JsonNode> values) implements Shape {}

  /** What is said about numbers. */
  public sealed interface OnNumber extends Shape {}

  public record Above(BigDecimal bound, boolean orEqual) implements OnNumber {}

  public record Below(BigDecimal bound, boolean orEqual) implements OnNumber {}

  public record MultipleOf(BigDecimal step) implements OnNumber {}

  /** What is said about strings. */
  public sealed interface OnString extends Shape {}

  public record MinLength(int length) implements OnString {}

  public record MaxLength(int length) implements OnString {}

  public record Matches(Expression expression) implements OnString {}

  /** What is said about arrays. */
  public sealed interface OnArray extends Shape {}

  public record MinItems(int count) implements OnArray {}

  public record MaxItems(int count) implements OnArray {}

  public record Unique() implements OnArray {}

  /** The item at an index, if there is one. */
  public record Item(int index, Formula formula) implements OnArray {}

  /** Every item from an index on. */
  public record ItemsFrom(int index, Formula formula) implements OnArray {}

  /** So many items or more. */
  public record Contains(Formula formula, int least) implements OnArray {}

  /** What is said about objects. */
  public sealed interface OnObject extends Shape {}

  public record MinProperties(int count) implements OnObject {}

  public record MaxProperties(int count) implements OnObject {}

  public record Required(String name) implements OnObject {}

  /** Every member of such a name, which is a string, has such a value. */
  public record Members(Formula names, Formula values) implements OnObject {}

  /** Said elsewhere, because it is said of what is inside of itself. */
  public record Deferred(String key) implements Shape {}

  /** Something that is not understood; it may be true or not, but for one value always the same. */
  public record Unclear(String reason) implements Shape {}

  private final int id;
  private final Shape shape;
  private @Nullable Formula negation;
  private @Nullable Supplier<Formula> deferred;

  Formula(int id, Shape shape) {
    this.id = id;
    this.shape = shape;
  }

  public int id() {
    return id;
  }

  public Shape shape() {
    return shape;
  }

  @Nullable Formula negation() {
    return negation;
  }

  void negation(Formula formula) {
    this.negation = formula;
  }

  void deferred(Supplier<Formula> to) {
    this.deferred = to;
  }

  /** What a deferred formula stands for. */
  public Formula meant() {
    if (deferred == null) throw new IllegalStateException("nothing was deferred");
    return deferred.get();
  }

  @Override
  public String toString() {
    return shape.toString();
  }
}

package waybill.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Every example file in the catalog is a test of its own. */
class ExamplesTest {
  private final Catalog catalog = Catalog.builtIn();

  @TestFactory
  Stream<DynamicNode> everyExample_isWhatItsNameSays() {
    return catalog.contracts().stream()
        .map(id -> dynamicContainer(id.toString(), catalog.examples(id).stream().map(of(id))));
  }

  private Function<Example, DynamicNode> of(ContractId id) {
    return example -> dynamicTest(example.name(), () -> check(id, example));
  }

  private void check(ContractId id, Example example) {
    List<Violation> violations = catalog.check(id, example.document());
    if (example.valid()) {
      assertThat(violations).isEmpty();
    } else {
      assertThat(violations.stream().map(ExamplesTest::named)).contains(example.name());
    }
  }

  private static String named(Violation violation) {
    String pointer = violation.pointer();
    String dotted = pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    return violation.rule() + "@" + dotted;
  }
}

package waybill.contracts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The texts in which some expressions are found and others are not, of a certain length, with some
 * left out by name.
 *
 * @param lengthMax -1 for no end
 */
public record Texts(
    List<Expression> in, List<Expression> notIn, Set<String> except, int lengthMin, int lengthMax) {

  /** The search was given up before it was known. */
  public static final class GivenUp extends Exception {
    private static final long serialVersionUID = 1;

    GivenUp() {
      super("more texts than can be looked at");
    }
  }

  /** One of the shortest of them; empty if there is none. */
  public Optional<String> shortest(Runnable tick) throws GivenUp {
    if (lengthMax >= 0 && lengthMax < lengthMin) return Optional.empty();
    List<Machine> machines = new ArrayList<>();
    in.forEach(each -> machines.add(each.machine()));
    notIn.forEach(each -> machines.add(each.machine()));
    if (!except.isEmpty()) {
      try {
        machines.add(Machine.ofTexts(except));
      } catch (NotRegular e) {
        throw new GivenUp();
      }
    }
    return new TextSearch(machines, in.size(), lengthMin, lengthMax, tick).run();
  }
}

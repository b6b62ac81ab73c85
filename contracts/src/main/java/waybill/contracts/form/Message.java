package waybill.contracts.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A message of Protocol Buffers: a struct whose slots have their numbers.
 *
 * @param reserved numbers that earlier versions gave
 * @param reservedNames names that only earlier versions had
 */
record Message(
    String name,
    Shape.Struct struct,
    List<Numbered> slots,
    List<Integer> reserved,
    List<String> reservedNames) {

  /**
   * @param message what it holds, if that is no scalar
   */
  record Numbered(int number, Slot slot, @Nullable Message message) {

    /** Only where it holds no message. */
    Shape.Scalar scalar() {
      return (Shape.Scalar) slot.item();
    }
  }

  /**
   * The shape as a message, with its numbers.
   *
   * @throws NoMapping if one has no number, or no name
   */
  static Message of(String name, Shape shape, Numbers numbers) {
    return of(name, rooted(shape), "", numbers, Set.of(name));
  }

  /** What the numbers are with those that the shape needs. */
  static Numbers numbered(Numbers before, Shape shape) {
    return numbered(before, rooted(shape), "");
  }

  /** Only a message can stand by itself. */
  static Shape.Struct rooted(Shape shape) {
    return shape instanceof Shape.Struct struct ? struct : Shape.Struct.around(shape);
  }

  private static Numbers numbered(Numbers before, Shape.Struct struct, String path) {
    Numbers numbers = before;
    for (Slot slot : Slot.of(struct)) {
      numbers = numbers.with(path, slot.key());
      if (slot.item() instanceof Shape.Struct held)
        numbers = numbered(numbers, held, slot.under(path));
    }
    return numbers;
  }

  private static Message of(
      String name, Shape.Struct struct, String path, Numbers numbers, Set<String> around) {
    List<Slot> wanted = Slot.of(struct);
    ProtoNames names = new ProtoNames(wanted);
    List<Numbered> slots = new ArrayList<>();
    for (Slot slot : wanted) {
      int number =
          numbers
              .of(path, slot.key())
              .orElseThrow(() -> new NoMapping("Its fields were given no numbers."));
      slots.add(new Numbered(number, slot, held(slot, path, numbers, names, around)));
    }
    slots.sort(Comparator.comparing(Numbered::number));
    Map<Integer, String> gone = gone(slots, numbers.in(path));
    return new Message(
        name,
        struct,
        List.copyOf(slots),
        List.copyOf(gone.keySet()),
        gone.values().stream()
            .distinct()
            .filter(one -> ProtoNames.isName(one) && !names.has(one))
            .sorted()
            .toList());
  }

  private static @Nullable Message held(
      Slot slot, String path, Numbers numbers, ProtoNames names, Set<String> around) {
    if (!(slot.item() instanceof Shape.Struct struct)) return null;
    String name = names.message(slot, around);
    Set<String> within = new HashSet<>(around);
    within.add(name);
    return of(name, struct, slot.under(path), numbers, within);
  }

  private static Map<Integer, String> gone(List<Numbered> slots, Map<String, Integer> ever) {
    Map<Integer, String> gone = new TreeMap<>();
    ever.forEach((key, number) -> gone.put(number, Slot.nameIn(key)));
    slots.forEach(slot -> gone.remove(slot.number()));
    return gone;
  }
}

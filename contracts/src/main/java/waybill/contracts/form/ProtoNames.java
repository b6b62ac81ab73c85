package waybill.contracts.form;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of one message: its fields keep those of their properties. */
final class ProtoNames {
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,199}");

  private final Set<String> taken = new HashSet<>();

  ProtoNames(List<Slot> slots) {
    Set<String> inJson = new HashSet<>();
    for (Slot slot : slots) {
      if (!isName(slot.name()))
        throw new NoMapping(
            "Protocol Buffers have no name for its property \"" + slot.name() + "\".");
      if (!taken.add(slot.name()) || !inJson.add(inJson(slot.name())))
        throw new NoMapping(
            "Protocol Buffers take another property's name for \"" + slot.name() + "\".");
    }
    // The compiler makes a message of this name for each map.
    for (Slot slot : slots)
      if (slot.many() == Slot.Many.MAP) take(pascal(slot.name()) + "Entry", slot.name());
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  boolean has(String field) {
    return taken.contains(field);
  }

  /** A name that is not yet there, neither here nor for what this is in. */
  String message(Slot slot, Set<String> around) {
    String name =
        pascal(slot.name())
            + switch (slot.many()) {
              case ONE -> "";
              case LIST -> "Item";
              case MAP -> "Value";
            };
    while (around.contains(name)) name += "Part";
    take(name, slot.name());
    return name;
  }

  private void take(String name, String property) {
    if (!taken.add(name))
      throw new NoMapping(
          "Protocol Buffers take another property's name for \"" + property + "\".");
  }

  /** The compiler refuses two fields that are one in its own JSON, in any case. */
  private static String inJson(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** {@code order-placed} and {@code order_placed} become {@code OrderPlaced}. */
  static String pascal(String name) {
    StringBuilder pascal = new StringBuilder();
    for (String word : name.split("[_-]", -1))
      if (!word.isEmpty())
        pascal.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
    return pascal.toString();
  }
}

package waybill.contracts.form;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether each field can be an element. */
final class XmlNames {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,199}");

  private XmlNames() {}

  static void check(Shape shape) {
    Shape present = shape.present();
    if (present instanceof Shape.ListOf list) check(list.item());
    if (present instanceof Shape.MapOf map) check(map.value());
    if (present instanceof Shape.Struct struct)
      for (Shape.Field field : struct.fields()) {
        check(field, struct);
        check(field.shape());
      }
  }

  private static void check(Shape.Field field, Shape.Struct struct) {
    String name = field.name();
    if (!NAME.matcher(name).matches() || name.toLowerCase(Locale.ROOT).startsWith("xml"))
      throw new NoMapping("XML has no name for its property \"" + name + "\".");
    if (struct.open() && name.equals(Shape.MORE))
      throw new NoMapping(
          "In XML the name of its property \"" + name + "\" is that of all others together.");
  }
}

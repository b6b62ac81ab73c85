package waybill.contracts.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a message has a number for. Proto3 has no word for null, nor for a list that is there and
 * empty; where a schema lets them pass, a flag beside the field says it.
 *
 * @param property whose it is; that of all others for those that have none of their own
 * @param item what it holds, or each of the many
 * @param boxed what it holds is no object, and is in a message as its only field
 */
record Slot(String name, Role role, Shape.Field property, Many many, Shape item, boolean boxed) {

  private static final Pattern KEY =
      Pattern.compile("( (list|map))? (text|whole|decimal|flag|json|message)$");

  enum Role {
    VALUE,
    NULL_FLAG,
    EMPTY_FLAG,
    MORE
  }

  enum Many {
    ONE,
    LIST,
    MAP
  }

  static List<Slot> of(Shape.Struct struct) {
    List<Slot> slots = new ArrayList<>();
    for (Shape.Field field : struct.fields()) {
      Slot value = value(field);
      slots.add(value);
      if (field.shape().isNullable()) slots.add(flag(field, Role.NULL_FLAG, "_is_null"));
      if (value.many != Many.ONE && !field.required() && mayBeEmpty(field.shape().present()))
        slots.add(flag(field, Role.EMPTY_FLAG, "_is_empty"));
    }
    if (struct.open()) slots.add(more());
    return slots;
  }

  private static Slot value(Shape.Field field) {
    Shape shape = field.shape().present();
    if (shape instanceof Shape.ListOf list) return value(field, Many.LIST, list.item());
    if (shape instanceof Shape.MapOf map) return value(field, Many.MAP, map.value());
    return new Slot(field.name(), Role.VALUE, field, Many.ONE, shape, false);
  }

  private static Slot value(Shape.Field field, Many many, Shape item) {
    boolean plain = item instanceof Shape.Scalar || item instanceof Shape.Struct;
    Shape held = plain ? item : Shape.Struct.around(item);
    return new Slot(field.name(), Role.VALUE, field, many, held, !plain);
  }

  private static boolean mayBeEmpty(Shape shape) {
    return shape instanceof Shape.ListOf list
        ? list.mayBeEmpty()
        : shape instanceof Shape.MapOf map && map.mayBeEmpty();
  }

  private static Slot flag(Shape.Field field, Role role, String suffix) {
    return new Slot(field.name() + suffix, role, field, Many.ONE, Shape.Scalar.FLAG, false);
  }

  private static Slot more() {
    Shape.Field others =
        new Shape.Field(
            Shape.MORE, Shape.Scalar.JSON, false, "What is not named here, each as JSON.");
    return new Slot(Shape.MORE, Role.MORE, others, Many.MAP, Shape.Scalar.JSON, false);
  }

  /** Or there is a flag for it. */
  boolean readsNothingAsEmpty() {
    return property.required() || mayBeEmpty(property.shape().present());
  }

  /** By which its number is known; another type is another field. */
  String key() {
    String type = item instanceof Shape.Scalar scalar ? lower(scalar) : "message";
    return many == Many.ONE ? name + " " + type : name + " " + lower(many) + " " + type;
  }

  /** The reverse of {@link #key()}; what could be no field's name may come out changed. */
  static String nameIn(String key) {
    return KEY.matcher(key).replaceFirst("");
  }

  /** Of the message that it holds, in one whose path is this. */
  String under(String path) {
    return path + "/" + name + (many == Many.ONE ? "" : "/*");
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}

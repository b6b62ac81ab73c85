package waybill.contracts.form;

import java.util.List;

/** What a schema says documents are made of, where that is fixed enough to give it places. */
sealed interface Shape {

  /** JSON is whatever is kept as it is, as a text that holds it. */
  enum Scalar implements Shape {
    TEXT,
    WHOLE,
    DECIMAL,
    FLAG,
    JSON
  }

  /**
   * @param open properties that it does not name may be there too
   */
  record Struct(List<Field> fields, boolean open, String says) implements Shape {
    public Struct {
      fields = List.copyOf(fields);
    }

    boolean names(String property) {
      return fields.stream().anyMatch(field -> field.name().equals(property));
    }

    /** What has to be inside something, but is no object. */
    static Struct around(Shape shape) {
      return new Struct(List.of(new Field(BOXED, shape, true, "")), false, "");
    }
  }

  record ListOf(Shape item, boolean mayBeEmpty) implements Shape {}

  record MapOf(Shape value, boolean mayBeEmpty) implements Shape {}

  /** Never around another nullable, nor around what is kept as JSON. */
  record Nullable(Shape shape) implements Shape {}

  record Field(String name, Shape shape, boolean required, String says) {}

  String BOXED = "value";

  /** Where the properties are that an open struct does not name. */
  String MORE = "additional_properties";

  default boolean isNullable() {
    return this instanceof Nullable;
  }

  default Shape present() {
    return this instanceof Nullable nullable ? nullable.shape() : this;
  }
}

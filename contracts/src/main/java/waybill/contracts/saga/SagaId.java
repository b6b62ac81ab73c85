package waybill.contracts.saga;

import java.util.regex.Pattern;

/** A saga definition's version: {@code place-order/1}. */
public record SagaId(String name, int version) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");

  public SagaId {
    if (!isName(name)) throw new IllegalArgumentException("a saga's name is " + NAME);
    if (version < 1) throw new IllegalArgumentException("versions count from 1");
  }

  public static SagaId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) throw new IllegalArgumentException("a saga is named <name>/<version>");
    return new SagaId(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  @Override
  public String toString() {
    return name + "/" + version;
  }
}

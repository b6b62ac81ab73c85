package waybill.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One version of one contract, written {@code orders.order-placed/1}. */
public record ContractId(String name, int version) implements Comparable<ContractId> {
  private static final Pattern NAME =
      Pattern.compile("[a-z][a-z0-9-]{0,63}\\.[a-z][a-z0-9-]{0,63}");
  private static final String VERSION = "([1-9][0-9]{0,8})";
  private static final Pattern ID = Pattern.compile("([a-z0-9.-]+)/" + VERSION);
  private static final Pattern PATH = Pattern.compile("/contracts/([^/]+)/versions/" + VERSION);

  public ContractId {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a contract name; write <owner>.<name>");
    }
    if (version < 1) {
      throw new IllegalArgumentException("contract versions count from 1");
    }
  }

  @JsonCreator
  public static ContractId parse(String text) {
    return matched(ID, text, "<owner>.<name>/<version>");
  }

  /** The reverse of {@link #path()}. */
  public static ContractId ofPath(String path) {
    return matched(PATH, path, "/contracts/<owner>.<name>/versions/<version>");
  }

  public String owner() {
    return name.substring(0, name.indexOf('.'));
  }

  /** Where this version is found in the catalog's API; the {@code dataschema} of its messages. */
  public String path() {
    return "/contracts/" + name + "/versions/" + version;
  }

  @Override
  public int compareTo(ContractId other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : Integer.compare(version, other.version);
  }

  @Override
  @JsonValue
  public String toString() {
    return name + "/" + version;
  }

  /** Whether it is written {@code <owner>.<name>}. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static ContractId matched(Pattern pattern, String text, String form) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a contract version; write " + form);
    }
    return new ContractId(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}

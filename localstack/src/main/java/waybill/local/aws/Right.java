package waybill.local.aws;

import java.util.Set;
import java.util.TreeSet;
import waybill.local.template.FunctionSpec;
import waybill.local.template.Role;
import waybill.local.template.Stack;

/** One action on one resource, as a role of the template allows it, wildcards and all. */
public record Right(String role, String action, String resource) implements Comparable<Right> {

  static Right of(Role role, String action, String resource) {
    // What a stream is called is decided when its table is made.
    return new Right(role.name(), action, resource.replaceAll("/stream/.*", "/stream/*"));
  }

  /** All that the functions of a stack may do. */
  public static Set<Right> grantedIn(Stack stack) {
    var granted = new TreeSet<Right>();
    for (FunctionSpec function : stack.functions())
      for (var statement : function.role().statements())
        if (statement.allows())
          for (var action : statement.actions())
            for (var resource : statement.resources())
              granted.add(of(function.role(), action, resource));
    return granted;
  }

  @Override
  public int compareTo(Right other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return role + "  " + action + "  " + resource;
  }
}

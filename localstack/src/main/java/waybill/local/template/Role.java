package waybill.local.template;

import java.util.List;

/** What a function may do. */
public record Role(String name, List<Statement> statements) {

  /** As IAM has it: {@code *} and {@code ?} are wildcards in actions and resources. */
  public record Statement(boolean allows, List<String> actions, List<String> resources) {}
}

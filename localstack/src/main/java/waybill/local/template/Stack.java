package waybill.local.template;

import java.util.List;
import java.util.Map;

/**
 * What a template means on this machine.
 *
 * @param secrets by their ARNs
 */
public record Stack(
    List<FunctionSpec> functions,
    List<Table> tables,
    List<Queue> queues,
    List<String> buckets,
    Map<String, String> secrets,
    Api api,
    Pool pool) {

  public FunctionSpec function(String id) {
    return functions.stream()
        .filter(function -> function.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no function " + id));
  }

  public Queue queue(String id) {
    return queues.stream()
        .filter(queue -> queue.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queue " + id));
  }

  public Table table(String id) {
    return tables.stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no table " + id));
  }
}

package waybill.local.template;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One function: what it runs, with which environment, under which role, woken by what. */
public record FunctionSpec(
    String id,
    String name,
    String arn,
    String codeUri,
    String handler,
    Duration timeout,
    int memoryMegabytes,
    int concurrencyMax,
    Map<String, String> environment,
    Role role,
    List<Trigger> triggers) {}

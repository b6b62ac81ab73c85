package waybill.local.command;

import java.io.PrintStream;
import java.util.Locale;
import waybill.local.Machine;
import waybill.local.Settings;

/** What `up` says once it is ready. */
final class Greeting {
  private final Settings settings;
  private final Machine machine;

  Greeting(Settings settings, Machine machine) {
    this.settings = settings;
    this.machine = machine;
  }

  void print(PrintStream out, long millis) {
    var stack = machine.stack();
    out.printf(
        "%s: %s · %s · %s%n",
        settings.template().getFileName(),
        count(stack.functions().size(), "function"),
        count(stack.tables().size(), "table"),
        count(stack.queues().size(), "queue"));
    out.println(storage());
    out.println("gateway  " + machine.gateway());
    out.println("queues   " + machine.queues() + " (SQS, any key)");
    out.printf(Locale.ENGLISH, "ready in %,d ms%n%n", millis);
    var port = machine.gateway().getPort();
    var option = port == 8080 ? "" : " --port " + port;
    out.printf("try   export TOKEN=$(./waybill token operator%s)%n", option);
    out.printf(
        "      curl -s localhost:%d/users -H \"content-type: application/json\""
            + " -d '{\"email\":\"ada@example.com\",\"name\":\"Ada\"}' -i%n",
        port);
    out.printf(
        "      curl -s localhost:%d/messages/users~… -H \"authorization: Bearer $TOKEN\"%n", port);
    out.flush();
  }

  private String storage() {
    var target = settings.target();
    var data = settings.data();
    var where = data == null ? "in memory (--data DIR keeps them)" : "in " + data;
    if (target != null && machine.buckets().equals(machine.queues()))
      return "tables, queues and blobs at " + target;
    if (target != null) return "tables and queues at " + target + " · blobs " + where;
    return "tables and queues " + where + " · licence of DynamoDB Local: README";
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}

package waybill.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import waybill.contracts.Json;

/** The command, run without a process of its own. */
record Ran(int code, String out, String err) {

  static Ran waybill(String... arguments) {
    return reading("", arguments);
  }

  static Ran reading(String in, String... arguments) {
    return reading(in.getBytes(StandardCharsets.UTF_8), arguments);
  }

  static Ran reading(byte[] in, String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code = Main.run(new ByteArrayInputStream(in), out, err, arguments);
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  List<JsonNode> lines() {
    return out.lines().map(Json::parse).toList();
  }

  JsonNode document() {
    return Json.parse(out);
  }
}

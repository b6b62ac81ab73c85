package waybill.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import waybill.contracts.ContractId;
import waybill.contracts.Json;
import waybill.contracts.form.Form;
import waybill.contracts.form.Format;
import waybill.contracts.form.Forms;
import waybill.contracts.users.UsersContracts;
import waybill.kit.http.Api.Event;
import waybill.kit.testing.Given;

/** Documents of the toy in other forms than JSON. */
final class Written {
  static final String ADA = "{\"email\":\"ada@example.org\",\"name\":\"Ada\"}";

  static byte[] registration(Format format, String json) {
    return form(UsersContracts.REGISTER_USER.id(), format).write(Json.parse(json));
  }

  static Event register(Format format) {
    return register(format.mediaType(), registration(format, ADA));
  }

  static Event register(String contentType, byte[] body) {
    Event event = Event.register(Base64.getEncoder().encodeToString(body));
    event.json().put("isBase64Encoded", true);
    return event.header("Content-Type", contentType);
  }

  static byte[] bytes(JsonNode answer) {
    return Base64.getDecoder().decode(answer.path("body").asText());
  }

  static JsonNode user(Format format, JsonNode answer) {
    return form(UsersContracts.USER.id(), format).read(bytes(answer));
  }

  private static Form form(ContractId contract, Format format) {
    return Forms.of(Given.CATALOG).form(contract, format).orElseThrow();
  }

  private Written() {}
}

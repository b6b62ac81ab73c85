package waybill.local.template;

import java.util.List;

/** Which pages of other origins may call the API from a browser, and what they may see of it. */
public record Cors(
    List<String> origins, List<String> methods, List<String> headers, List<String> exposed) {

  static Cors of(Fields configuration) {
    return new Cors(
        configuration.texts("AllowOrigins"),
        configuration.texts("AllowMethods"),
        configuration.texts("AllowHeaders"),
        configuration.texts("ExposeHeaders"));
  }
}

package waybill.local.template;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a template does not say itself: where it runs, and what only its emulators can tell.
 *
 * @param queues the url of each queue without its name
 * @param pools where each user pool is, without its id
 */
public record Ground(
    String stack,
    Map<String, String> parameters,
    String queues,
    String pools,
    UnaryOperator<String> streamLabelOfTable) {
  public static final String REGION = "eu-central-1";
  public static final String ACCOUNT = "000000000000";
  public static final String STACK = "waybill";

  /** Enough to check a template before anything runs. */
  public static Ground beforeStart(Map<String, String> parameters) {
    return beforeStart(STACK, parameters);
  }

  public static Ground beforeStart(String stack, Map<String, String> parameters) {
    return new Ground(
        stack,
        parameters,
        "http://127.0.0.1/" + ACCOUNT,
        "https://cognito-idp." + REGION + ".amazonaws.com",
        table -> "2000-01-01T00:00:00.000");
  }

  public static String arn(String service, String resource) {
    return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
  }

  Map<String, String> pseudoParameters() {
    return Map.of(
        "AWS::Region",
        REGION,
        "AWS::AccountId",
        ACCOUNT,
        "AWS::Partition",
        "aws",
        "AWS::URLSuffix",
        "amazonaws.com",
        "AWS::StackName",
        stack,
        "AWS::StackId",
        arn("cloudformation", "stack/" + stack + "/local"));
  }
}

package waybill.local.template;

import java.util.Map;

/** An SQS queue; its attributes are named as in the API of SQS. */
public record Queue(
    String id, String name, String url, String arn, Map<String, String> attributes) {}

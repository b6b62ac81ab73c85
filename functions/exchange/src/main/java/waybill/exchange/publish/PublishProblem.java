package waybill.exchange.publish;

import waybill.kit.problem.ProblemType;

/** What is refused of what is published. */
enum PublishProblem implements ProblemType {
  FOREIGN_SOURCE(403, "The client does not speak for this service"),
  BY_OUTBOX_ONLY(403, "The service has a table of its own and publishes by its outbox"),
  NOT_A_SENDER(403, "The contract does not let this service send it"),
  EVENT_ID_REUSED(409, "The id was used for another event"),
  BATCH_SIZE(422, "A batch holds 1 to 100 events"),
  UNKNOWN_CONTRACT(422, "No such contract is known here"),
  UNKNOWN_VERSION(422, "No such version of the contract is known here"),
  RETIRED_VERSION(422, "The version is out of use"),
  NO_KEY(422, "The contract needs a message key here: 1 to 64 of A-Z a-z 0-9 . _ -"),
  OTHER_KEY(422, "The subject is not the key that the data holds"),
  LOOP(422, "The chain of causes is longer than any that ends"),
  QUOTA_EXCEEDED(429, "The service has published as much as it may in this minute");

  private final int status;
  private final String title;

  PublishProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }
}

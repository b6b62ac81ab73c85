package waybill.exchange.join;

import waybill.kit.problem.ProblemType;

/** Why somebody can't subscribe. */
enum JoinProblem implements ProblemType {
  NOT_YOUR_SERVICE(403, "The client does not speak for this service"),
  NOT_A_READER(403, "The contract does not name the service among its readers"),
  MEMBERS_SUBSCRIBE_BY_DEPLOYMENT(
      409, "A service of the deployment gets what its entry in the catalog consumes"),
  NAME_TAKEN(409, "Another service has a subscription of this name"),
  SERVICE_NEEDED(422, "The client speaks for several services: name one"),
  UNKNOWN_SERVICE(422, "No service of this name is registered"),
  UNKNOWN_VERSION(422, "There is no such version of a contract"),
  NOT_SUBSCRIBABLE(422, "Only events, commands and replies are delivered"),
  TWO_VERSIONS(422, "One version of a contract, not several"),
  BAD_START(422, "There is no such time"),
  ANOTHER_WAY(
      409, "A subscription keeps its way of delivery: delete it, and it is another one after that"),
  URL_NEEDED(422, "A queue or a webhook needs its url"),
  BAD_QUEUE(422, "The queue must be named waybill-sub-…, exist, and admit the exchange"),
  BAD_ENDPOINT(422, "The address can't be called"),
  SUBSCRIPTIONS_FULL(409, "There are as many subscriptions as there can be");

  private final int status;
  private final String title;

  JoinProblem(int status, String title) {
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

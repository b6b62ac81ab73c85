package waybill.catalog;

import waybill.kit.problem.ProblemType;

/** What the catalog refuses about services. */
enum ServicesProblem implements ProblemType {
  BUILT_IN_SERVICE(409, "The service is part of the deployment and is changed there"),
  CLIENT_TAKEN(409, "The client speaks for another service"),
  NO_LEASE(409, "The service has no lease that could be renewed"),
  REGISTRY_FULL(409, "There are as many services as there may be"),
  CHANGES_GONE(410, "The feed does not hold what follows; read GET /services anew"),
  BAD_SERVICE_NAME(422, "No service can have this name"),
  BAD_BASE_URL(422, "The address can't be one of a service"),
  BAD_DECLARATION(422, "The service can't provide or consume this"),
  NOT_EXCHANGED(422, "Documents of this kind are not exchanged with services"),
  NO_USER(422, "The contract does not name the service among its readers or senders"),
  UNKNOWN_SERVICE(422, "No such service is known here"),
  UNKNOWN_VERSION(422, "No such contract version is known here");

  private final int status;
  private final String title;

  ServicesProblem(int status, String title) {
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

package waybill.catalog;

import waybill.kit.problem.ProblemType;

/** What the catalog refuses about sagas. */
enum SagasProblem implements ProblemType {
  BUILT_IN_SAGA(409, "The saga is part of the deployment and is changed there"),
  SAGA_TAKEN(409, "Another service has a saga of this name"),
  SAGA_FULL(409, "The saga has as many versions as it may have"),
  SAGAS_FULL(409, "There are as many sagas as there may be"),
  BAD_SAGA_NAME(422, "No saga can have this name"),
  BAD_SAGA(422, "The saga could not work"),
  SAGA_TOO_LARGE(422, "The saga is larger than can be told, with the schemas that it needs");

  private final int status;
  private final String title;

  SagasProblem(int status, String title) {
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

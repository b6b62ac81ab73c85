package waybill.inventory;

import waybill.kit.problem.ProblemType;

/** What inventory refuses. */
enum InventoryProblem implements ProblemType {
  BAD_SKU(422, "No article can be called so");

  private final int status;
  private final String title;

  InventoryProblem(int status, String title) {
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

package waybill.contracts.exchange;

import waybill.contracts.Contract;

/** A handle for each contract of the desk. */
public final class DeskContracts {
  public static final Contract<ListParked> LIST_PARKED =
      Contract.of("exchange.list-parked/1", ListParked.class);
  public static final Contract<ParkedList> PARKED_LIST =
      Contract.of("exchange.parked-list/1", ParkedList.class);
  public static final Contract<DecideParked> DECIDE_PARKED =
      Contract.of("exchange.decide-parked/1", DecideParked.class);
  public static final Contract<EditParked> EDIT_PARKED =
      Contract.of("exchange.edit-parked/1", EditParked.class);
  public static final Contract<DecideGroup> DECIDE_GROUP =
      Contract.of("exchange.decide-group/1", DecideGroup.class);
  public static final Contract<DeskTask> DESK_TASK =
      Contract.of("exchange.desk-task/1", DeskTask.class);
  public static final Contract<DeskDeedList> DESK_DEED_LIST =
      Contract.of("exchange.desk-deed-list/1", DeskDeedList.class);

  private DeskContracts() {}
}

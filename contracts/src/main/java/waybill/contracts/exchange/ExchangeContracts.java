package waybill.contracts.exchange;

import waybill.contracts.Contract;

/** A handle for each contract that {@code exchange} owns. */
public final class ExchangeContracts {
  public static final Contract<ShownMessage> MESSAGE =
      Contract.of("exchange.message/1", ShownMessage.class);
  public static final Contract<Event> EVENT = Contract.of("exchange.event/1", Event.class);
  public static final Contract<Publication> PUBLICATION =
      Contract.of("exchange.publication/1", Publication.class);
  public static final Contract<Health> HEALTH = Contract.of("exchange.health/1", Health.class);
  public static final Contract<ProblemDocument> PROBLEM =
      Contract.of("exchange.problem/1", ProblemDocument.class);
  public static final Contract<Routed> ROUTED = Contract.of("exchange.routed/1", Routed.class);
  public static final Contract<ReceiptBatch> RECEIPT =
      Contract.of("exchange.receipt/1", ReceiptBatch.class);
  public static final Contract<Gap> GAP = Contract.of("exchange.gap/1", Gap.class);
  public static final Contract<Expired> EXPIRED = Contract.of("exchange.expired/1", Expired.class);
  public static final Contract<DeskOrder> DESK_ORDER =
      Contract.of("exchange.desk-order/1", DeskOrder.class);
  public static final Contract<Drain> DRAIN = Contract.of("exchange.drain/1", Drain.class);
  public static final Contract<Call> CALL = Contract.of("exchange.call/1", Call.class);
  public static final Contract<JobTurn> TURN = Contract.of("exchange.turn/1", JobTurn.class);
  public static final Contract<Sweep> SWEEP = Contract.of("exchange.sweep/1", Sweep.class);

  public static final Contract<PutSubscription> PUT_SUBSCRIPTION =
      Contract.of("exchange.put-subscription/1", PutSubscription.class);
  public static final Contract<ShownSubscription> SUBSCRIPTION =
      Contract.of("exchange.subscription/1", ShownSubscription.class);
  public static final Contract<SubscriptionList> SUBSCRIPTION_LIST =
      Contract.of("exchange.subscription-list/1", SubscriptionList.class);
  public static final Contract<SubscriptionChanged> SUBSCRIPTION_CHANGED =
      Contract.of("exchange.subscription-changed/1", SubscriptionChanged.class);
  public static final Contract<Pull> PULL = Contract.of("exchange.pull/1", Pull.class);
  public static final Contract<Pulled> PULLED = Contract.of("exchange.pulled/1", Pulled.class);
  public static final Contract<TellReceipts> TELL_RECEIPTS =
      Contract.of("exchange.tell-receipts/1", TellReceipts.class);
  public static final Contract<ToldReceipts> TOLD_RECEIPTS =
      Contract.of("exchange.told-receipts/1", ToldReceipts.class);
  public static final Contract<Statement> STATEMENT =
      Contract.of("exchange.statement/1", Statement.class);
  public static final Contract<StartReplay> START_REPLAY =
      Contract.of("exchange.start-replay/1", StartReplay.class);
  public static final Contract<Replay> REPLAY = Contract.of("exchange.replay/1", Replay.class);
  public static final Contract<ListJobs> LIST_JOBS =
      Contract.of("exchange.list-jobs/1", ListJobs.class);
  public static final Contract<ReplayList> REPLAY_LIST =
      Contract.of("exchange.replay-list/1", ReplayList.class);
  public static final Contract<StartErasure> START_ERASURE =
      Contract.of("exchange.start-erasure/1", StartErasure.class);
  public static final Contract<Erasure> ERASURE = Contract.of("exchange.erasure/1", Erasure.class);
  public static final Contract<ErasureList> ERASURE_LIST =
      Contract.of("exchange.erasure-list/1", ErasureList.class);
  public static final Contract<Erase> ERASE = Contract.of("exchange.erase/1", Erase.class);

  public static final Contract<ListMessages> LIST_MESSAGES =
      Contract.of("exchange.list-messages/1", ListMessages.class);
  public static final Contract<MessageList> MESSAGE_LIST =
      Contract.of("exchange.message-list/1", MessageList.class);
  public static final Contract<AskLedger> ASK_LEDGER =
      Contract.of("exchange.ask-ledger/1", AskLedger.class);
  public static final Contract<LedgerBalance> LEDGER =
      Contract.of("exchange.ledger/1", LedgerBalance.class);
  public static final Contract<ShownAudit> AUDIT =
      Contract.of("exchange.audit/1", ShownAudit.class);
  public static final Contract<AskFlows> ASK_FLOWS =
      Contract.of("exchange.ask-flows/1", AskFlows.class);
  public static final Contract<FlowList> FLOW_LIST =
      Contract.of("exchange.flow-list/1", FlowList.class);

  private ExchangeContracts() {}
}

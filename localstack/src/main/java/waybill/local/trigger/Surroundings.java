package waybill.local.trigger;

import java.util.concurrent.ExecutorService;
import waybill.local.function.Complaints;
import waybill.local.function.Functions;

/** What every trigger works with. */
record Surroundings(Functions functions, ExecutorService executor, Complaints complaints) {}

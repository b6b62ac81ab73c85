package waybill.exchange;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import waybill.contracts.Carried;
import waybill.contracts.Control;
import waybill.contracts.Json;
import waybill.contracts.exchange.ExchangeContracts;
import waybill.exchange.call.Calling;
import waybill.exchange.webhook.AllowList;
import waybill.exchange.webhook.Endpoints;
import waybill.exchange.webhook.Resolver;
import waybill.exchange.webhook.Schedule;
import waybill.exchange.webhook.Sender;
import waybill.kit.Env;
import waybill.kit.aws.Aws;
import waybill.kit.worker.QueueEvent;

/** Named by template.yaml: calls webhooks. */
public final class ExchangeHooksFunction implements RequestStreamHandler {
  private final Exchange exchange;
  private final Calling calling;

  public ExchangeHooksFunction() {
    this(System.getenv());
  }

  public ExchangeHooksFunction(Map<String, String> env) {
    Env given = new Env(env);
    Aws aws = new Aws(given);
    this.exchange = new Exchange(aws.service(), Addresses.resendAfter(given), aws.counters());
    AllowList allowed = AllowList.parse(given.find("WEBHOOK_ALLOW").orElse(""));
    Sender sender = new Sender(new Endpoints(Resolver.system(), allowed));
    this.calling =
        new Calling(
            exchange.service,
            exchange.subscriptions,
            exchange.lanes,
            sender::post,
            Schedule.jittered());
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    var answer = QueueEvent.read(in).each(this::call, exchange.service.log());
    exchange.flows.flush();
    out.write(Json.bytes(answer));
  }

  private void call(QueueEvent.Entry entry) {
    Control control = (Control) Carried.parse(entry.body());
    calling.call(exchange.service.catalog().readChecked(ExchangeContracts.CALL, control.data()));
  }
}

package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.local.ToyClients.item;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import waybill.local.aws.Faults;
import waybill.local.function.Recycling;

/** How instances live and die. */
class InstanceTest {
  private static volatile Faults faults = Faults.NONE;

  @RegisterExtension
  static final RunningMachine running =
      RunningMachine.of(ToyTemplate.file())
          .with(
              settings ->
                  settings
                      .withRecycling(Recycling.withProbability(0.5, 7))
                      .withFaults(
                          new Faults() {
                            @Override
                            public Verdict before(Call call) {
                              return faults.before(call);
                            }

                            @Override
                            public Verdict after(Call call) {
                              return faults.after(call);
                            }
                          }));

  @BeforeEach
  void webPutsOneItem() {
    faults = Faults.NONE;
    Toy.does(
        "Web",
        call -> {
          var clients = new ToyClients(call.environment());
          clients.dynamodb().putItem(r -> r.tableName(clients.variable("TABLE")).item(item("x")));
          return "{\"statusCode\":201}";
        });
    running.machine().dynamodb().deleteItem(r -> r.tableName("waybill-Things").key(item("x")));
  }

  @Test
  void instanceKilledBeforeItsCallHasChangedNothing() {
    faults =
        new Faults() {
          @Override
          public Verdict before(Call call) {
            return call.action().equals("dynamodb:PutItem") ? Verdict.KILL : Verdict.GO_ON;
          }
        };
    assertThat(running.post("/things", "{}").statusCode()).isEqualTo(500);
    assertThat(isThere()).isFalse();
  }

  @Test
  void instanceKilledAfterItsCallHasChangedSomethingAndSaysNothing() {
    faults =
        new Faults() {
          @Override
          public Verdict after(Call call) {
            return call.functionId().equals("Web") && call.body().contains("\"x\"")
                ? Verdict.KILL
                : Verdict.GO_ON;
          }
        };
    assertThat(running.post("/things", "{}").statusCode()).isEqualTo(500);
    assertThat(isThere()).isTrue();
    faults = Faults.NONE;
    assertThat(running.post("/things", "{}").statusCode()).isEqualTo(201);
  }

  @Test
  void instancesAreThrownAwayBetweenCallsWhereTheTestWantsIt() {
    List<Integer> instances = new CopyOnWriteArrayList<>();
    List<String> keys = new CopyOnWriteArrayList<>();
    Toy.does(
        "Web",
        call -> {
          instances.add(call.instance());
          keys.add(String.valueOf(call.environment().get("AWS_ACCESS_KEY_ID")));
          return "{}";
        });
    for (int i = 0; i < 20; i++) running.post("/things", "{}");
    assertThat(instances.stream().distinct().count()).isBetween(3L, 19L);
    assertThat(keys.stream().distinct().count()).isEqualTo(instances.stream().distinct().count());
  }

  @Test
  void contextSaysWhoRunsAndHowLongStill() {
    Toy.does(
        "Web",
        call -> {
          var context = call.context();
          return "{\"statusCode\":200,\"body\":\"%s %s %s\"}"
              .formatted(
                  context.getFunctionName(),
                  context.getInvokedFunctionArn(),
                  context.getRemainingTimeInMillis() > 4_000);
        });
    assertThat(running.post("/things", "{}").body())
        .isEqualTo(
            "waybill-Web arn:aws:lambda:eu-central-1:000000000000:function:waybill-Web true");
  }

  private static boolean isThere() {
    var key = Map.of("pk", AttributeValue.fromS("x"));
    return running
        .machine()
        .dynamodb()
        .getItem(r -> r.tableName("waybill-Things").key(key))
        .hasItem();
  }
}

package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MachineTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.of(ToyTemplate.file());

  @Test
  void functionAnswersThroughTheGateway() {
    Toy.does("Web", call -> "{\"statusCode\":201,\"body\":\"made\"}");
    var answer = running.post("/things", "{}");
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEqualTo("made");
  }
}

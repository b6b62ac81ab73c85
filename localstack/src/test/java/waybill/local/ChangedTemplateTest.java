package waybill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static waybill.local.ToyTemplate.replaceOnce;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Routes, scopes, filters and redrive counts come from the template: change it and see. */
class ChangedTemplateTest {
  @RegisterExtension static final RunningMachine running = RunningMachine.of(changed());

  private static Path changed() {
    return ToyTemplate.file(
        text -> {
          var changed = replaceOnce(text, "Path: /me", "Path: /who");
          changed = replaceOnce(changed, "[toy/read, aws.cognito.signin.user.admin]", "[toy/gold]");
          changed = replaceOnce(changed, "maxReceiveCount: 3", "maxReceiveCount: 1");
          return replaceOnce(changed, "[\"noise\"]", "[\"signal\"]");
        });
  }

  @Test
  void routeIsWhereTheTemplatePutsIt() {
    var token = running.machine().token("operator");
    assertThat(running.get("/me", token).statusCode()).isEqualTo(404);
    assertThat(running.get("/who", token).statusCode()).isEqualTo(200);
  }

  @Test
  void scopeIsTheOneOfTheTemplate() {
    var token = running.machine().token("billing");
    assertThat(running.get("/things", token).statusCode()).isEqualTo(403);
    assertThat(running.get("/things/1", token).statusCode()).isEqualTo(200);
  }

  @Test
  void filterAndRedriveCountAreThoseOfTheTemplate() {
    var attempts = new AtomicInteger();
    Toy.does(
        "Worker",
        call -> {
          attempts.incrementAndGet();
          throw new IllegalStateException("broken");
        });
    send("{\"kind\":\"signal\"}");
    send("{\"kind\":\"noise\"}");
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(waiting("JobsDead")).isEqualTo("1"));
    assertThat(attempts).hasValue(1);
  }

  private static void send(String body) {
    var url = running.machine().stack().queue("Jobs").url();
    running.machine().sqs().sendMessage(r -> r.queueUrl(url).messageBody(body));
  }

  private static String waiting(String queue) {
    var url = running.machine().stack().queue(queue).url();
    return String.valueOf(
        running
            .machine()
            .sqs()
            .getQueueAttributes(r -> r.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes()
            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }
}

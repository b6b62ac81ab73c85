package waybill.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import waybill.local.RunningMachine;

class TemplateTest {
  @TempDir private static Path folder;

  private static final String QUEUE =
      """
      Resources:
        Jobs:
          Type: AWS::SQS::Queue
          Properties:
            VisibilityTimeout: 7
      """;

  @Test
  void theTemplateOfThisRepositoryIsUnderstoodCompletely() {
    var stack = Template.read(RunningMachine.repositoryTemplate()).on(Ground.beforeStart(Map.of()));
    assertThat(stack.functions()).isNotEmpty();
    assertThat(stack.tables()).isNotEmpty();
    assertThat(stack.queues()).isNotEmpty();
    assertThat(stack.api().routes()).isNotEmpty();
    assertThat(stack.pool().machineScopes()).contains("waybill/publish", "waybill/read");
    for (var function : stack.functions()) {
      assertThat(function.role().statements()).as(function.id()).isNotEmpty();
      for (var statement : function.role().statements()) {
        assertThat(statement.resources())
            .as(function.id())
            .isNotEmpty()
            .allMatch(resource -> resource.equals("*") || resource.startsWith("arn:aws:"));
      }
    }
  }

  @Test
  void queueHasTheNamesThatAwsWouldGive() {
    var queue = read(QUEUE).queue("Jobs");
    assertThat(queue.name()).isEqualTo("waybill-Jobs");
    assertThat(queue.arn()).isEqualTo("arn:aws:sqs:eu-central-1:000000000000:waybill-Jobs");
    assertThat(queue.url()).endsWith("/000000000000/waybill-Jobs");
    assertThat(queue.attributes()).containsEntry("VisibilityTimeout", "7");
  }

  @Test
  void subKnowsPseudoParametersLiteralsAndOwnValues() {
    var stack =
        read(
            """
            Parameters: {Stage: {Type: String, Default: dev}}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Sub ["${AWS::StackName}-${Stage}-${Own}", {Own: mine}]
            """);
    assertThat(stack.queues().get(0).name()).isEqualTo("waybill-dev-mine");
  }

  @ParameterizedTest
  @CsvSource({"'', false", "ada@example.com, true"})
  void resourceIsThereIfItsConditionHolds(String address, boolean there) {
    var stack =
        read(
            """
            Parameters: {Address: {Type: String, Default: "%s"}}
            Conditions: {SomebodyIsTold: !Not [!Equals [!Ref Address, ""]]}
            Resources:
              Jobs:
                Type: AWS::SQS::Queue
                Condition: SomebodyIsTold
            """
                .formatted(address));
    assertThat(stack.queues()).hasSize(there ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Condition: Told | names Told, which is not a condition",
        "Condition: Odd | Conditions.Odd"
      })
  void conditionThatNobodyKnowsIsRefused(String condition, String says) {
    var odd = says.endsWith("Odd") ? "Conditions: {Odd: {Fn::Perhaps: [1]}}\n" : "";
    assertThatThrownBy(
            () -> read(odd + QUEUE.replace("Properties:", condition + "\n    Properties:")))
        .hasMessageContaining(says);
  }

  @Test
  void globalsLieUnderEachFunction() {
    var stack =
        read(
            """
            Globals:
              Function:
                Timeout: 29
                Environment: {Variables: {LEVEL: info, COLOUR: red}}
            Resources:
              Worker:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: code.jar
                  Handler: a.B
                  MemorySize: 256
                  Role: !GetAtt Role.Arn
                  Environment: {Variables: {COLOUR: blue}}
              Role:
                Type: AWS::IAM::Role
                Properties: {AssumeRolePolicyDocument: {}}
            """);
    var worker = stack.function("Worker");
    assertThat(worker.timeout()).isEqualTo(Duration.ofSeconds(29));
    assertThat(worker.memoryMegabytes()).isEqualTo(256);
    assertThat(worker.environment()).isEqualTo(Map.of("LEVEL", "info", "COLOUR", "blue"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          VisibilityTimeout: 7  | Foo: 7                       | Jobs.Properties.Foo is not something this machine knows
          VisibilityTimeout: 7  | RedrivePolicy: {limit: 3}    | Jobs.Properties.RedrivePolicy.limit is not something this machine knows
          VisibilityTimeout: 7  | FifoQueue: yes               | line 5: 'yes' means something else to CloudFormation: quote it
          VisibilityTimeout: 7  | VisibilityTimeout: !Join 7   | line 5: !Join is not something this machine knows
          VisibilityTimeout: 7  | QueueName: !Ref Nobody       | Jobs.Properties.QueueName refers to Nobody, which is not in the template
          VisibilityTimeout: 7  | QueueName: !GetAtt Jobs.Nose | Jobs.Properties.QueueName refers to itself through Jobs
          VisibilityTimeout: 7  | QueueName: {Fn::Join: 7}     | Jobs.Properties.QueueName.Fn::Join is not something this machine knows
          VisibilityTimeout: 7  | FifoQueue: maybe             | Jobs.Properties.FifoQueue = maybe is not something this machine knows
          VisibilityTimeout: 7  | DelaySeconds: [              | line 6: not YAML
          AWS::SQS::Queue       | AWS::SQS::Nothing             | Jobs.Type = AWS::SQS::Nothing is not something this machine knows
          Resources             | Mappings                     | Mappings is not something this machine knows
          """)
  void whatItDoesNotKnowIsRefusedByName(String from, String to, String says) {
    assertThatThrownBy(() -> read(QUEUE.replace(from, to)))
        .isInstanceOf(TemplateException.class)
        .hasMessageStartingWith("template.yaml: " + says);
  }

  @Test
  void attributeThatAResourceDoesNotHaveIsRefused() {
    var table =
        "  Other: {Type: AWS::SQS::Queue, Properties: {QueueName: !GetAtt Jobs.StreamArn}}\n";
    assertThatThrownBy(() -> read(QUEUE + table))
        .hasMessageContaining("Jobs.StreamArn is not something this machine knows");
  }

  @ParameterizedTest
  @CsvSource({
    "LogLevel,LOUD,Parameters.LogLevel must be one of",
    "Nothing,1,Parameters.Nothing is not something this machine knows"
  })
  void parametersAreCheckedAgainstTheTemplate(String name, String value, String says) {
    var template = Template.read(RunningMachine.repositoryTemplate());
    assertThatThrownBy(() -> template.on(Ground.beforeStart(Map.of(name, value))))
        .hasMessageContaining(says);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Effect: Allow           | Effect: Perhaps                          | Effect = Perhaps is not
          StartingPosition: TRIM_HORIZON | StartingPosition: AT_TIMESTAMP     | StartingPosition = AT_TIMESTAMP is not
          rate(1 minute)          | cron(0 * * * ? *)                        | Schedule = cron(0 * * * ? *) is not
          Type: Schedule          | Type: Kafka                              | (Kafka) is not
          FunctionResponseTypes:  | FunctionAnswerTypes:                     | FunctionAnswerTypes is not
          Resource: !GetAtt       | Condition: {}, NotResource: !GetAtt      | not YAML
          """)
  void elementsOfEventsAndPoliciesAreRefusedByName(String from, String to, String says)
      throws IOException {
    var text = Files.readString(RunningMachine.repositoryTemplate());
    assertThat(text).contains(from);
    assertThatThrownBy(() -> read(text.replace(from, to))).hasMessageContaining(says);
  }

  private static Stack read(String text) {
    try {
      var file = Files.writeString(folder.resolve("template.yaml"), text);
      return Template.read(file).on(Ground.beforeStart(Map.of()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}

package waybill.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as a process. */
class CommandTest {
  @TempDir private Path folder;

  private static final String EMPTY_STACK = "Resources: {}\n";

  @Test
  void upServesTokensAndStopsWithinTwoSeconds() throws Exception {
    var template = template(EMPTY_STACK);
    var port = String.valueOf(freePort());
    var up = start("up", "--template", template, "--port", port);
    try (var out = up.inputReader(StandardCharsets.UTF_8)) {
      var said = new ArrayList<String>();
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (line.contains("/messages/")) break;
      }
      assertThat(said.get(0)).isEqualTo("template.yaml: 0 functions · 0 tables · 0 queues");
      assertThat(said).anyMatch(line -> line.matches("ready in [\\d,]+ ms"));

      var token = run("token", "operator", "--port", port);
      assertThat(token.code()).isZero();
      assertThat(token.out().strip().split("\\.", -1)).hasSize(3);

      assertThat(run("code", "ada@example.com", "--port", port))
          .isEqualTo(refusal("nobody with this email has asked for a code"));

      var busy = run("up", "--template", template, "--port", port);
      assertThat(busy).isEqualTo(refusal("port " + port + " is busy: choose another with --port"));

      long before = System.nanoTime();
      up.toHandle().destroy(); // SIGTERM, and unlike up.destroy() it leaves the streams open
      assertThat(up.waitFor(5, TimeUnit.SECONDS)).isTrue();
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)).isLessThan(2_000);
      assertThat(up.exitValue()).isEqualTo(143);
      assertThat(new String(up.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    } finally {
      up.destroyForcibly();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Resources: [                            | template.yaml: line 2: not YAML
          Resources: {A: {Type: AWS::SQS::Nothing}} | template.yaml: A.Type = AWS::SQS::Nothing is not something this machine knows
          """)
  void brokenTemplateGetsOneLine(String text, String says) throws Exception {
    var result = run("up", "--port", "0", "--template", template(text + "\n"));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("waybill: " + says).hasLineCount(1);
  }

  @Test
  void missingArchiveSaysHowToBuildIt() throws Exception {
    var text =
        """
        Resources:
          Worker:
            Type: AWS::Serverless::Function
            Properties: {CodeUri: gone.jar, Handler: a.B, Role: !GetAtt Role.Arn}
          Role: {Type: AWS::IAM::Role}
        """;
    assertThat(run("up", "--port", "0", "--template", template(text)))
        .isEqualTo(refusal("Worker: there is no gone.jar. Build it: ./waybill up, or mvn package"));
  }

  @Test
  void handlerThatIsNotThereIsNamed() throws Exception {
    var text =
        """
        Resources:
          Worker:
            Type: AWS::Serverless::Function
            Properties: {CodeUri: ., Handler: a.B, Role: !GetAtt Role.Arn}
          Role: {Type: AWS::IAM::Role}
        """;
    assertThat(run("up", "--port", "0", "--template", template(text)))
        .isEqualTo(refusal("Worker cannot be loaded: its handler a.B is not in ."));
  }

  @Test
  void folderThatCannotBeWrittenIsRefused() throws Exception {
    var file = Files.writeString(folder.resolve("file"), "");
    var result =
        run("up", "--port", "0", "--template", template(EMPTY_STACK), "--data", file.toString());
    assertThat(result).isEqualTo(refusal(file + " cannot be written to"));
  }

  @Test
  void tokenWithoutAStackSaysSo() throws Exception {
    var port = String.valueOf(freePort());
    assertThat(run("token", "operator", "--port", port))
        .isEqualTo(refusal("no stack runs on port " + port + ": start one with ./waybill up"));
  }

  @Test
  void tokenForABadNameSaysSo() throws Exception {
    assertThat(run("token", "Ada"))
        .isEqualTo(
            refusal(
                "'Ada' is not a name: a lower-case letter, then such letters, digits, hyphens"));
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 99999, --port takes 0 to 65535",
    "--data, '', --data takes a folder",
    "--target, nowhere, --target takes a URL",
    "--target, http://127.0.0.1:1, no emulator answers at http://127.0.0.1:1",
    "--stack, Mine, --stack takes a lower-case letter"
  })
  void argumentThatCannotBeMeantGetsOneLine(String option, String value, String says)
      throws Exception {
    var result = run("up", "--template", template(EMPTY_STACK), option, value);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).startsWith("waybill: " + says).hasLineCount(1);
  }

  @Test
  void helpAndVersionSucceed() throws Exception {
    assertThat(run("--help").out()).contains("up", "token");
    assertThat(run("--version").out()).startsWith("waybill ");
  }

  private record Result(int code, String out, String err) {}

  private static Result refusal(String says) {
    return new Result(1, "", "waybill: " + says + "\n");
  }

  private String template(String text) throws IOException {
    return Files.writeString(folder.resolve("template.yaml"), text).toString();
  }

  private static Result run(String... arguments) throws Exception {
    var process = start(arguments);
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), out, err);
  }

  private static Process start(String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start();
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

package waybill.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ./waybill says where something is missing that it needs. */
class ScriptTest {
  @TempDir private Path folder;
  private Path tools = Path.of("");

  @BeforeEach
  void aMachineWithTheBareTools() throws IOException {
    tools = Files.createDirectory(folder.resolve("bin"));
    for (var tool : List.of("sh", "cat", "dirname", "readlink", "sed", "head", "find", "mkdir")) {
      for (var place : List.of("/usr/bin", "/bin")) {
        var found = Path.of(place, tool);
        if (Files.exists(found) && Files.notExists(tools.resolve(tool))) {
          Files.createSymbolicLink(tools.resolve(tool), found);
        }
      }
    }
    Files.copy(Path.of("..", "waybill"), folder.resolve("waybill"));
  }

  @Test
  void withoutAJdkItSaysSo() throws Exception {
    assertThat(says(Map.of()))
        .isEqualTo("waybill: needs a JDK, 17 or newer: set JAVA_HOME or put java on the PATH\n");
  }

  @Test
  void withAnOldJdkItSaysSo() throws Exception {
    program("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    assertThat(says(Map.of()))
        .startsWith("waybill: needs a JDK, 17 or newer, and ")
        .endsWith("/java is 11\n");
  }

  @Test
  void withoutMavenItSaysSoWhereItHasToBuild() throws Exception {
    var home = System.getProperty("java.home");
    assertThat(says(Map.of("JAVA_HOME", home)))
        .isEqualTo("waybill: needs Maven to build: put mvn on the PATH\n");
  }

  /** 1 would say that a contract breaks. */
  @ParameterizedTest
  @ValueSource(strings = {"check", "verdicts"})
  void whereItCannotBuildToJudge_itSaysThatNothingWasJudged(String command) throws Exception {
    var home = System.getProperty("java.home");
    assertThat(says(Map.of("JAVA_HOME", home), command, 2))
        .isEqualTo("waybill: needs Maven to build: put mvn on the PATH\n");
  }

  /** A changed contract is what is asked about; only changed code is built again. */
  @Test
  void toJudge_noFunctionIsBuilt() throws Exception {
    program("mvn", "echo \"$@\" >&2; exit 1");
    var home = System.getProperty("java.home");
    assertThat(says(Map.of("JAVA_HOME", home), "check", 2))
        .contains(" -pl contracts,localstack package\n")
        .endsWith("waybill: the build failed\n");
  }

  private void program(String name, String text) throws IOException {
    var file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + text + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private String says(Map<String, String> environment) throws Exception {
    return says(environment, "up", 1);
  }

  private String says(Map<String, String> environment, String command, int code) throws Exception {
    var process = new ProcessBuilder("/bin/sh", folder.resolve("waybill").toString(), command);
    process.environment().clear();
    process.environment().put("PATH", tools.toString());
    process.environment().putAll(environment);
    var running = process.start();
    var says = new String(running.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(running.waitFor()).isEqualTo(code);
    return says;
  }
}

package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no file of this repository may hold. */
class FilesTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a private key, -----BEGIN [A-Z ]*PRIVATE KEY-----, .*",
    "an AWS access key, (?<![A-Z0-9])(AKIA|ASIA)[A-Z0-9]{16}(?![A-Z0-9]), .*",
    "a conflict marker, (?m)^(<{7}|>{7}|[|]{7}) , .*",
    "YAML indented by tabs, (?m)^ *\\t, .*[.]ya?ml"
  })
  void noFile_holds(String what, String pattern, String files) {
    Pattern forbidden = Pattern.compile(pattern);
    assertThat(Repository.files())
        .filteredOn(file -> Repository.name(file).matches(files))
        .isNotEmpty()
        .filteredOn(file -> forbidden.matcher(Repository.text(file)).find())
        .extracting(FilesTest::name)
        .as("files with " + what)
        .isEmpty();
  }

  private static String name(Path file) {
    return Repository.name(file);
  }
}

package waybill.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.local.command.Ran.reading;
import static waybill.local.command.Ran.waybill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code ./waybill verdicts}. */
class VerdictsTest {
  private static final String BREAKING =
      "{\"id\":\"b\",\"old\":{\"type\":\"string\"},\"new\":{\"type\":\"integer\"}}\n";
  private static final String SAME =
      "{\"id\":\"s\",\"old\":{\"type\":\"string\"},\"new\":{\"type\":\"string\"}}\n";

  @TempDir private Path folder;

  @Test
  void aLine_getsALine_inOrder() throws IOException {
    var file = Files.writeString(folder.resolve("pairs.jsonl"), BREAKING + SAME + BREAKING);
    var ran = waybill("verdicts", file.toString());

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.lines())
        .extracting(line -> line.path("id").asText())
        .containsExactly("b", "s", "b");
    assertThat(ran.lines())
        .extracting(line -> line.path("verdict").asText())
        .containsExactly("breaking", "compatible", "breaking");
  }

  @Test
  void aBreak_namesItsRule_bothPlaces_andAWitness() {
    var line = reading(BREAKING, "verdicts", "-").lines().get(0);

    assertThat(line.path("millis").isNumber()).isTrue();
    assertThat(line.has("reason")).isFalse();
    assertThat(line.path("breaks")).hasSize(1);
    var found = line.path("breaks").path(0);
    assertThat(found.properties().stream().map(java.util.Map.Entry::getKey))
        .containsExactly("keyword", "old_pointer", "new_pointer", "witness");
    assertThat(found.path("keyword").asText()).isEqualTo("type");
    assertThat(found.path("witness").isTextual()).isTrue();
  }

  @Test
  void whatIsProved_hasNoBreaks() {
    assertThat(reading(SAME, "verdicts", "-").out())
        .matches(
            "\\{\"id\":\"s\",\"verdict\":\"compatible\",\"breaks\":\\[],\"millis\":[0-9]+\\.[0-9]{3}}\n");
  }

  @Test
  void anId_isGivenBackToTheDigit() {
    var line = "{\"id\":[1.50,12345678901234567890123],\"old\":{},\"new\":{}}\n";
    assertThat(reading(line, "verdicts", "-").out())
        .startsWith("{\"id\":[1.50,12345678901234567890123],");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nope                             | {"line":2,"error":"is not JSON at column 1"}
          []                               | {"line":2,"error":"is not an object"}
          {"old":true,"new":true}          | {"line":2,"error":"has no \\"id\\""}
          {"id":7,"new":true}              | {"id":7,"line":2,"error":"has no \\"old\\""}
          {"id":7,"old":true}              | {"id":7,"line":2,"error":"has no \\"new\\""}
          {"id":7,"old":1,"old":2,"new":1} | {"line":2,"error":"has a duplicate key at column 22"}
          """)
  void aBadLine_isNamed_andTheOthersAreJudged(String bad, String says) {
    var ran = reading(SAME + bad + "\n" + SAME, "verdicts", "-");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out().lines()).hasSize(3).element(1).isEqualTo(says);
    assertThat(ran.lines().get(2).path("verdict").asText()).isEqualTo("compatible");
  }

  @Test
  void bytesThatAreNotUtf8_areABadLine() {
    var ran = reading(new byte[] {'"', (byte) 0xff, '"', '\n'}, "verdicts", "-");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.out()).isEqualTo("{\"line\":1,\"error\":\"is not UTF-8 at column 2\"}\n");
  }

  @Test
  void blankLines_areSkipped_andTheLastNeedsNoEnd() {
    var ran = reading("\n  \r\n" + SAME + "\n" + SAME.strip(), "verdicts", "-");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines()).hasSize(2);
  }

  @Test
  void aVeryLongLine_isJudged() {
    var long_ = "x".repeat(1 << 20);
    var texts = new ArrayList<String>();
    for (int i = 0; i < 5; i++) texts.add("\"" + i + long_.substring(1) + "\"");
    var schema = "{\"enum\":[" + String.join(",", texts) + "]}";
    var line = "{\"id\":1,\"old\":" + schema + ",\"new\":" + schema + "}\n";

    assertThat(reading(line, "verdicts", "-").lines())
        .singleElement()
        .satisfies(judged -> assertThat(judged.path("verdict").asText()).isEqualTo("compatible"));
  }

  /** Whoever feeds lines one by one gets each verdict before the next line. */
  @Test
  void aVerdict_isPrintedBeforeTheNextLineIsRead() {
    var said = new StringBuilder();
    Deque<String> lines = new ArrayDeque<>(List.of(BREAKING, SAME));
    var printedBefore = new ArrayList<Long>();
    var in =
        new InputStream() {
          private String line = "";
          private int at;

          @Override
          public int read() {
            if (at == line.length()) {
              printedBefore.add(said.chars().filter(c -> c == '\n').count());
              if (lines.isEmpty()) return -1;
              line = lines.remove();
              at = 0;
            }
            return line.charAt(at++);
          }

          @Override
          public int read(byte[] into, int from, int most) {
            int read = read();
            if (read < 0) return -1;
            into[from] = (byte) read;
            return 1;
          }
        };
    var out =
        new OutputStream() {
          @Override
          public void write(int b) {
            said.append((char) b);
          }
        };

    assertThat(Main.run(in, out, out, "verdicts", "-")).isZero();
    assertThat(printedBefore).containsExactly(0L, 1L, 2L);
  }

  @Test
  void theTable_countsLabelsAgainstVerdicts_andNamesWhatIsWrong() {
    var wrong = SAME.replace("}\n", ",\"compatible\":false}\n");
    var right = BREAKING.replace("}\n", ",\"compatible\":false}\n");
    var ran = reading(wrong + right + right, "verdicts", "--table", "-");

    assertThat(ran.code()).isZero();
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out().lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "| labelled | compatible | breaking | unknown | all |",
            "| compatible | 0 | 0 | 0 | 0 |",
            "| not compatible | 1 | 2 | 0 | 3 |",
            "decided 100.0 % of 3",
            "false compatible 1: s",
            "false breaking none")
        .anyMatch(line -> line.matches("\\| p50 ms \\| [0-9.]+ \\| [0-9.]+ \\| – \\| [0-9.]+ \\|"))
        .anyMatch(line -> line.startsWith("| p99 ms |"));
  }

  @Test
  void theTable_needsLabels() {
    var ran = reading(SAME, "verdicts", "--table", "-");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err())
        .isEqualTo("{\"id\":\"s\",\"line\":1,\"error\":\"has no \\\"compatible\\\"\"}\n");
    assertThat(ran.out()).contains("of 0");
  }

  @Test
  void aFileThatIsNotThere_isRefused() {
    assertThat(waybill("verdicts", "nowhere.jsonl"))
        .isEqualTo(new Ran(2, "", "waybill: nowhere.jsonl is not a file that can be read\n"));
    assertThat(waybill("verdicts").code()).isEqualTo(2);
  }
}

package waybill.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code console} blocks of a page: commands behind {@code $}, and what they print. */
final class Tour {
  private static final Pattern BLOCK = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);

  /** One command and the lines below it, in which {@code …} stands for anything. */
  record Step(String command, List<String> prints) {

    boolean isPrintedBy(List<String> printed) {
      int from = 0;
      for (String line : prints) {
        if (line.equals("…")) continue;
        from = behind(printed, from, line);
        if (from < 0) return false;
      }
      return true;
    }

    private static int behind(List<String> printed, int from, String line) {
      String pattern =
          "(?i)"
              + String.join(
                  ".*", Pattern.compile("…").splitAsStream(line).map(Pattern::quote).toList());
      String whole = line.endsWith("…") ? pattern + ".*" : pattern;
      for (int at = from; at < printed.size(); at++)
        if (printed.get(at).matches(whole)) return at + 1;
      return -1;
    }
  }

  static List<Step> of(Path page) {
    List<Step> steps = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(read(page));
    while (blocks.find()) steps.addAll(steps(blocks.group(1)));
    return steps;
  }

  private static List<Step> steps(String block) {
    List<Step> steps = new ArrayList<>();
    for (String line : block.lines().toList()) {
      if (line.startsWith("$ ")) steps.add(new Step(line.substring(2), new ArrayList<>()));
      else steps.get(steps.size() - 1).prints().add(line);
    }
    return steps;
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Tour() {}
}

package waybill.bench.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a process needs.
 *
 * @param heap bytes of what is alive after a full collection
 * @param resident bytes of the process, as the kernel counts them
 * @param classes bytes of the heap by class, the largest first
 */
record Footprint(long heap, long resident, Map<String, Long> classes) {

  static Footprint of(long pid) {
    try {
      Map<String, Long> classes = new LinkedHashMap<>();
      long heap = 0;
      for (String line : histogram(pid)) {
        String[] words = line.trim().split(" +", -1);
        if (words[0].equals("Total")) heap = Long.parseLong(words[2]);
        if (words[0].endsWith(":") && words.length >= 4)
          classes.merge(words[3], Long.parseLong(words[2]), Long::sum);
      }
      return new Footprint(heap, resident(pid), classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Counts only what a full collection has left. */
  private static List<String> histogram(long pid) throws IOException {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    Process process = new ProcessBuilder(jcmd, "" + pid, "GC.class_histogram").start();
    return process
        .inputReader(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.contains("#instances") && !line.startsWith("---"))
        .toList();
  }

  private static long resident(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }
}

package waybill.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import waybill.local.RunningMachine;

/** As much of a shell and of curl as the tour uses, so that the test needs neither. */
final class Shell {
  private static final Pattern EXPORT = Pattern.compile("export ([A-Z_]+)=\\$\\((.*)\\)");
  private static final Pattern CUT = Pattern.compile("(.*) \\| cut -d'\"' -f([0-9]+)");
  private static final Pattern ECHO = Pattern.compile("echo '([^']*)' \\| (.*)");
  private static final Pattern WORD = Pattern.compile("'[^']*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^ '\"]+");
  private static final Map<Integer, String> REASONS =
      Map.of(200, "OK", 201, "Created", 202, "Accepted", 404, "Not Found");

  private final RunningMachine running;
  private final Map<String, String> variables = new HashMap<>();

  Shell(RunningMachine running) {
    this.running = running;
  }

  List<String> run(String command) {
    Matcher export = EXPORT.matcher(command);
    if (!export.matches()) return print(command);
    variables.put(export.group(1), String.join("\n", print(export.group(2))));
    return List.of();
  }

  private List<String> print(String command) {
    Matcher cut = CUT.matcher(command);
    if (cut.matches()) {
      String[] fields = print(cut.group(1)).get(0).split("\"", -1);
      int field = Integer.parseInt(cut.group(2));
      return List.of(field <= fields.length ? fields[field - 1] : "");
    }
    Matcher echo = ECHO.matcher(command);
    if (echo.matches()) return waybill(words(echo.group(2)), echo.group(1));
    List<String> words = words(command);
    if (words.get(0).equals("curl")) return curl(words.subList(1, words.size()));
    if (words.subList(0, 2).equals(List.of("./waybill", "token")))
      return List.of(running.machine().token(words.get(2)));
    if (words.get(0).equals("./waybill")) return waybill(words, "");
    throw new IllegalArgumentException("the tour's shell does not know " + command);
  }

  /** As the script would start it, from the root of the repository. */
  private static List<String> waybill(List<String> words, String in) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("waybill.local.command.Main");
    command.addAll(words.subList(1, words.size()));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Path.of("..").toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (Writer writer = process.outputWriter(StandardCharsets.UTF_8)) {
        writer.write(in);
      }
      return process.inputReader(StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher parts = WORD.matcher(command);
    int end = -1;
    while (parts.find()) {
      String part = unquoted(parts.group());
      if (parts.start() == end) words.set(words.size() - 1, words.get(words.size() - 1) + part);
      else words.add(part);
      end = parts.end();
    }
    return words;
  }

  private String unquoted(String part) {
    if (part.startsWith("'")) return part.substring(1, part.length() - 1);
    String inner = part.startsWith("\"") ? part.substring(1, part.length() - 1) : part;
    return expanded(inner).replace("\\\"", "\"");
  }

  private String expanded(String text) {
    return Pattern.compile("\\$([A-Z_]+)")
        .matcher(text)
        .replaceAll(
            name -> Matcher.quoteReplacement(variables.getOrDefault(name.group(1), "unset")));
  }

  private List<String> curl(List<String> words) {
    String url = words.stream().filter(word -> word.startsWith("localhost:8080")).findFirst().get();
    HttpRequest.Builder request = running.to(url.substring("localhost:8080".length()));
    int method = words.indexOf("-X");
    if (method >= 0) request.method(words.get(method + 1), BodyPublishers.noBody());
    for (int at = 0; at + 1 < words.size(); at++) {
      String next = words.get(at + 1);
      if (words.get(at).equals("-H")) header(request, next.split(": ", 2));
      if (words.get(at).equals("-d"))
        request.method(method < 0 ? "POST" : words.get(method + 1), BodyPublishers.ofString(next));
    }
    return lines(running.send(request), words.contains("-si"));
  }

  private static void header(HttpRequest.Builder request, String[] nameAndValue) {
    request.header(nameAndValue[0], nameAndValue[1]);
  }

  private static List<String> lines(HttpResponse<String> answer, boolean withHeaders) {
    List<String> lines = new ArrayList<>();
    if (withHeaders) {
      lines.add("HTTP/1.1 " + answer.statusCode() + " " + REASONS.get(answer.statusCode()));
      // In any order: which one is theirs.
      for (String name : List.of("waybill-messages", "location"))
        answer.headers().firstValue(name).ifPresent(value -> lines.add(name + ": " + value));
    }
    answer.body().lines().forEach(lines::add);
    return lines;
  }
}

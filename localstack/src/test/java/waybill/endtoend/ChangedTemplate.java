package waybill.endtoend;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import waybill.local.RunningMachine;

/** A copy of the repository's template in which a few words differ. */
final class ChangedTemplate {
  private String text = "";

  static Path with(UnaryOperator<ChangedTemplate> changes) {
    return RunningMachine.copy(
        RunningMachine.repositoryTemplate(),
        Folders.fresh(),
        original -> {
          ChangedTemplate copy = new ChangedTemplate();
          copy.text = original;
          return changes.apply(copy).text;
        });
  }

  /** Replaces the words in one resource, where they must be once: else the test means nothing. */
  ChangedTemplate in(String resource, String words, String others) {
    int start = text.indexOf("\n  " + resource + ":\n");
    int end = text.indexOf("\n\n", start);
    int at = text.indexOf(words, start);
    if (start < 0 || at < 0 || at > end || text.lastIndexOf(words, end) != at)
      throw new IllegalArgumentException(resource + " does not hold this once: " + words);
    text = text.substring(0, at) + others + text.substring(at + words.length());
    return this;
  }

  private ChangedTemplate() {}
}

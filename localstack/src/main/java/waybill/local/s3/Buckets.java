package waybill.local.s3;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder with the buckets in it. */
final class Buckets {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");

  private final Path kept;
  private final Path unfinished;

  Buckets(Path folder) throws IOException {
    this.kept = Files.createDirectories(folder.resolve("objects")).toAbsolutePath();
    this.unfinished = Files.createDirectories(folder.resolve("unfinished")).toAbsolutePath();
  }

  void create(String name) throws IOException {
    if (!NAME.matcher(name).matches())
      throw new Refused(400, "InvalidBucketName", "The specified bucket is not valid.");
    Files.createDirectories(kept.resolve(name));
  }

  List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(kept)) {
      return all.map(bucket -> String.valueOf(bucket.getFileName())).sorted().toList();
    }
  }

  Objects of(String name) {
    if (!NAME.matcher(name).matches() || !Files.isDirectory(kept.resolve(name)))
      throw Refused.noSuchBucket(name);
    return new Objects(kept.resolve(name), unfinished);
  }
}

package waybill.local.trigger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** How far a trigger has come in each shard of its stream; kept with the data of the machine. */
final class Checkpoints {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLOSED = "closed";

  private final @Nullable Path file;
  private final ObjectNode positions;

  private Checkpoints(@Nullable Path file, ObjectNode positions) {
    this.file = file;
    this.positions = positions;
  }

  /** Positions in another stream, as after a table was made anew, count for nothing. */
  static Checkpoints open(@Nullable Path folder, String name, String streamArn) {
    try {
      var positions = JSON.createObjectNode();
      var file = folder == null ? null : folder.resolve(name + ".json");
      if (file != null && Files.exists(file)) {
        var kept = JSON.readTree(file.toFile());
        if (kept.path("stream").asText().equals(streamArn)) positions = (ObjectNode) kept;
      }
      positions.put("stream", streamArn);
      if (folder != null) Files.createDirectories(folder);
      return new Checkpoints(file, positions);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized @Nullable String position(String shard) {
    var position = positions.path(shard).asText("");
    return position.isEmpty() ? null : position;
  }

  synchronized boolean isClosed(String shard) {
    return CLOSED.equals(position(shard));
  }

  void close(String shard) {
    set(shard, CLOSED);
  }

  synchronized void set(String shard, String sequenceNumber) {
    positions.put(shard, sequenceNumber);
    if (file == null) return;
    try {
      var part = file.resolveSibling(file.getFileName() + ".part");
      Files.writeString(part, positions.toString());
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package waybill.kit.testing;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import waybill.kit.blob.BlobName;
import waybill.kit.blob.Blobs;
import waybill.kit.commit.Unavailable;

/** Long documents in memory. */
public final class MemoryBlobs implements Blobs {
  private static final int PAGE = 1_000;

  private final TreeMap<String, byte[]> kept = new TreeMap<>();
  private boolean away;

  /** From now on it does not answer, or does again. */
  public synchronized void away(boolean nowAway) {
    away = nowAway;
  }

  /** Behind everybody's back. */
  public synchronized void damage(BlobName name, byte[] bytes) {
    kept.put(name.path(), bytes.clone());
  }

  public synchronized List<String> paths() {
    return List.copyOf(kept.keySet());
  }

  @Override
  public synchronized void put(BlobName name, byte[] bytes) {
    answers();
    kept.put(name.path(), bytes.clone());
  }

  @Override
  public synchronized Optional<byte[]> get(BlobName name) {
    answers();
    return Optional.ofNullable(kept.get(name.path())).map(byte[]::clone);
  }

  @Override
  public synchronized void delete(BlobName name) {
    answers();
    kept.remove(name.path());
  }

  @Override
  public synchronized Names list(String prefix, @Nullable String cursor) {
    answers();
    List<String> rest =
        kept.tailMap(cursor == null ? "" : cursor, false).keySet().stream()
            .filter(path -> path.startsWith(prefix))
            .toList();
    List<String> page = rest.stream().limit(PAGE).toList();
    return new Names(
        page.stream().map(BlobName::parse).toList(),
        rest.size() > PAGE ? page.get(PAGE - 1) : null);
  }

  private void answers() {
    if (away) throw new Unavailable("the documents are away", new IllegalStateException());
  }
}

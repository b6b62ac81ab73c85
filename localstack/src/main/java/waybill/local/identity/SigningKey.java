package waybill.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/** The key that signs tokens: made once, and kept where the rest of the data is. */
final class SigningKey {
  private static final int BITS = 2048;

  private SigningKey() {}

  static RSAKey load(@Nullable Path folder) {
    try {
      var file = folder == null ? null : folder.resolve("signing-key.json");
      if (file != null && Files.exists(file)) return RSAKey.parse(Files.readString(file));
      var key =
          new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).keyIDFromThumbprint(true).generate();
      if (file != null) keep(key, file);
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParseException e) {
      throw new IllegalStateException("the kept signing key is not readable", e);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keep(RSAKey key, Path file) throws IOException {
    var part = ownersOnly(file.resolveSibling("signing-key.part"));
    Files.writeString(part, key.toJSONString());
    Files.move(part, file);
  }

  /** An empty file that nobody else reads, where the disk knows of others. */
  static Path ownersOnly(Path file) throws IOException {
    Files.deleteIfExists(file);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    return file;
  }
}

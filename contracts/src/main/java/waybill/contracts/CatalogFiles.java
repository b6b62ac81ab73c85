package waybill.contracts;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Where a catalog's files come from. */
interface CatalogFiles {
  /** Null if there is no such file. */
  byte @Nullable [] read(String path);

  /** Every file, relative to the catalog's folder, with slashes. */
  Collection<String> paths();
}

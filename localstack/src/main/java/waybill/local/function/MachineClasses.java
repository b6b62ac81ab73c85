package waybill.local.function;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * What functions may take from this machine's class path: all but the contracts. Those are in each
 * archive, and an archive that keeps others than this machine's must run with its own.
 */
final class MachineClasses extends ClassLoader {
  MachineClasses(ClassLoader machine) {
    super(machine);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("waybill.contracts.")) throw new ClassNotFoundException(name);
    return super.loadClass(name, resolve);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return name.startsWith("catalog/") ? null : super.getResource(name);
  }
}

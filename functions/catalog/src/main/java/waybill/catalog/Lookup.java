package waybill.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import waybill.contracts.catalog.ListServices;
import waybill.contracts.catalog.ServiceList;
import waybill.contracts.catalog.ShownService;
import waybill.kit.http.Request;

/** Finds services by name, by what they provide or consume, and by whether they are here. */
final class Lookup {
  /** Services read for one page; where few of them are asked for, the next page goes on. */
  static final int READ_MAX = 200;

  private final Registry registry;

  Lookup(Registry registry) {
    this.registry = registry;
  }

  Optional<ShownService> find(String name) {
    return Names.isName(name) ? registry.find(name) : Optional.empty();
  }

  ServiceList page(ListServices asked, long position) {
    NavigableSet<String> names = registry.names();
    String cursor = asked.cursor();
    if (cursor != null) names = names.tailSet(NameCursor.read(cursor, Names::isName), false);
    List<ShownService> items = new ArrayList<>();
    int read = 0;
    String last = null;
    for (String name : names) {
      if (items.size() == Request.pageSize(asked.limit()) || read == READ_MAX)
        return new ServiceList(List.copyOf(items), NameCursor.write(last), position);
      registry.find(name).filter(one -> isAskedFor(one, asked)).ifPresent(items::add);
      read++;
      last = name;
    }
    return new ServiceList(List.copyOf(items), null, position);
  }

  private static boolean isAskedFor(ShownService service, ListServices asked) {
    return names(service.provides(), asked.provides())
        && names(service.consumes(), asked.consumes())
        && (asked.state() == null || asked.state() == service.state());
  }

  /** A contract, or one version of it. */
  private static boolean names(List<String> versions, @Nullable String asked) {
    return asked == null
        || versions.stream().anyMatch(id -> id.equals(asked) || id.startsWith(asked + "/"));
  }
}

package waybill.contracts.logic;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where the references of one document lead. */
final class References {
  private final JsonNode root;

  /** By absolute address: a resource's root, or an anchor in it. */
  private final Map<String, Located> addressed = new HashMap<>();

  private final Set<String> dynamicAnchors = new HashSet<>();
  private final Set<String> repeatedDynamicAnchors = new HashSet<>();

  References(JsonNode root) {
    this.root = root;
    Located whole = new Located(root, "", base("", root));
    addressed.put(whole.base(), whole);
    Subschemas.walk(whole, this::index);
  }

  Located root() {
    return new Located(root, "", base("", root));
  }

  private void index(Located at) {
    if (at.schema().has("$id")) addressed.putIfAbsent(at.base(), at);
    for (String keyword : new String[] {"$anchor", "$dynamicAnchor"})
      if (at.schema().path(keyword).isTextual())
        addressed.putIfAbsent(at.base() + "#" + at.schema().path(keyword).textValue(), at);
    String dynamic = at.schema().path("$dynamicAnchor").asText("");
    if (!dynamic.isEmpty() && !dynamicAnchors.add(dynamic)) repeatedDynamicAnchors.add(dynamic);
  }

  /** Refuses what leads nowhere inside of the document. */
  Located target(Located from, String reference) {
    String absolute = resolved(from.base(), reference);
    int hash = absolute.indexOf('#');
    String address = hash < 0 ? absolute : absolute.substring(0, hash);
    String fragment = hash < 0 ? "" : absolute.substring(hash + 1);
    if (!fragment.isEmpty() && !fragment.startsWith("/")) return known(address + "#" + fragment);
    Located resource = known(address);
    return fragment.isEmpty() ? resource : inside(resource, decoded(fragment));
  }

  /** Where a dynamic reference leads, if it can't be told from a plain one. */
  Located dynamicTarget(Located from, String reference) {
    Located target = target(from, reference);
    String anchor = reference.substring(reference.indexOf('#') + 1);
    boolean isDynamic = target.schema().path("$dynamicAnchor").asText("").equals(anchor);
    if (isDynamic && repeatedDynamicAnchors.contains(anchor))
      throw new Unreadable("$dynamicRef that depends on where it is reached from");
    return target;
  }

  private Located known(String address) {
    Located found = addressed.get(address);
    if (found == null) throw new Unreadable("a reference out of the document");
    return found;
  }

  private static Located inside(Located resource, String pointer) {
    JsonNode at = resource.schema();
    String base = resource.base();
    JsonPointer rest;
    try {
      rest = JsonPointer.compile(pointer);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a reference that is no JSON Pointer");
    }
    for (; !rest.matches(); rest = rest.tail()) {
      at =
          at.at(
              rest.head() == null
                  ? rest
                  : JsonPointer.compile("/" + Located.escaped(rest.getMatchingProperty())));
      base = base(base, at);
    }
    if (at.isMissingNode()) throw new Unreadable("a reference to what is not there");
    return new Located(at, resource.pointer() + pointer, base);
  }

  static String base(String outer, JsonNode schema) {
    String id = schema.isObject() ? schema.path("$id").asText("") : "";
    return id.isEmpty() ? outer : withoutFragment(resolved(outer, id));
  }

  private static String resolved(String base, String reference) {
    if (reference.startsWith("#")) return base + reference;
    try {
      return base.isEmpty() ? reference : URI.create(base).resolve(reference).toString();
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a reference that is no address");
    }
  }

  private static String withoutFragment(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  private static String decoded(String fragment) {
    try {
      return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new Unreadable("a reference that is no address");
    }
  }
}

package waybill.local.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;

/** The contract files to judge: what is where, also where it is not where it should be. */
final class Branch {
  private static final Pattern VERSION = Pattern.compile("v([1-9][0-9]{0,8})");

  private final Path folder;
  private final Catalog catalog;

  Branch(Path folder) {
    if (!Files.isDirectory(folder)) throw new Unusable(folder + " is not a folder");
    this.folder = folder;
    this.catalog = Catalog.at(folder);
    if (contracts().isEmpty())
      throw new Unusable(folder + " holds no contract: <owner>.<name>/contract.json");
  }

  Catalog catalog() {
    return catalog;
  }

  /** Every folder that is named as a contract, or has one in it. */
  List<String> contracts() {
    return children(folder).stream()
        .filter(Files::isDirectory)
        .filter(child -> isName(name(child)) || Files.exists(child.resolve("contract.json")))
        .map(Branch::name)
        .toList();
  }

  static boolean isName(String contract) {
    try {
      return new ContractId(contract, 1).version() == 1;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  SortedSet<Integer> versions(String contract) {
    var versions = new TreeSet<Integer>();
    for (var child : children(folder.resolve(contract))) {
      var version = VERSION.matcher(name(child));
      if (version.matches()) versions.add(Integer.valueOf(version.group(1)));
    }
    return versions;
  }

  /** What is beside the versions and is none, though it might be meant as one. */
  List<String> strays(String contract) {
    return children(folder.resolve(contract)).stream()
        .filter(Files::isDirectory)
        .map(Branch::name)
        .filter(name -> !VERSION.matcher(name).matches())
        .toList();
  }

  List<Path> examples(String contract, int version, boolean valid) {
    var examples = folder.resolve(contract).resolve("v" + version).resolve("examples");
    return children(examples.resolve(valid ? "valid" : "invalid"));
  }

  static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (var children = Files.list(folder)) {
      return children.filter(child -> !name(child).startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package waybill.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A catalog's folder, file by file. */
record ContractFolder(Path path) {
  static final String TEXT = "{\"type\":\"string\"}";
  static final String NUMBER = "{\"type\":\"integer\"}";

  ContractFolder contract(String name, String compatibility) {
    return with(
        name + "/contract.json",
        "{\"kind\":\"event\",\"owner\":\"%s\",\"summary\":\"One.\",\"compatibility\":\"%s\"}"
            .formatted(name.replaceAll("\\..*", ""), compatibility));
  }

  ContractFolder contract(String name, String kind, String says) {
    return with(
        name + "/contract.json",
        "{\"kind\":\"%s\",\"owner\":\"%s\",\"summary\":\"One.\",%s}"
            .formatted(kind, name.replaceAll("\\..*", ""), says));
  }

  ContractFolder schema(String id, String schema) {
    return with(id.replace("/", "/v") + "/schema.json", schema);
  }

  ContractFolder with(String file, String text) {
    try {
      var at = path.resolve(file);
      Files.createDirectories(at.getParent());
      Files.writeString(at, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}

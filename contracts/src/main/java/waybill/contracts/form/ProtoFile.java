package waybill.contracts.form;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import waybill.contracts.ContractId;

/** The {@code .proto} of a version, as other people's compilers take it. */
final class ProtoFile {
  private static final String JSON_NOTE = "JSON, as text.";

  private final StringBuilder out = new StringBuilder();

  private ProtoFile() {}

  static String of(ContractId id, Message root) {
    ProtoFile file = new ProtoFile();
    file.out.append("// ").append(id).append("\nsyntax = \"proto3\";\n\n");
    file.out.append("package ").append(packageOf(id)).append(";\n\n");
    file.out.append("option java_multiple_files = true;\n\n");
    file.message(root, "");
    return file.out.toString();
  }

  static String packageOf(ContractId id) {
    return "waybill." + id.name().replace('-', '_') + ".v" + id.version();
  }

  static String nameOf(ContractId id) {
    return ProtoNames.pascal(id.name().substring(id.name().indexOf('.') + 1));
  }

  private void message(Message message, String indent) {
    comment(message.struct().says(), indent);
    out.append(indent).append("message ").append(message.name()).append(" {\n");
    String within = indent + "  ";
    reserved(message.reserved().stream().map(String::valueOf).toList(), within);
    reserved(message.reservedNames().stream().map(name -> '"' + name + '"').toList(), within);
    for (Message.Numbered slot : message.slots()) field(slot, within);
    for (Message.Numbered slot : message.slots()) {
      Message held = slot.message();
      if (held != null) {
        out.append('\n');
        message(held, within);
      }
    }
    out.append(indent).append("}\n");
  }

  private void reserved(List<String> what, String indent) {
    if (!what.isEmpty())
      out.append(indent).append("reserved ").append(String.join(", ", what)).append(";\n");
  }

  private void field(Message.Numbered numbered, String indent) {
    Slot slot = numbered.slot();
    comment(note(slot), indent);
    String type = type(slot.item(), numbered.message());
    out.append(indent)
        .append(
            switch (slot.many()) {
              case ONE -> numbered.message() == null ? "optional " + type : type;
              case LIST -> "repeated " + type;
              case MAP -> "map<string, " + type + ">";
            })
        .append(' ')
        .append(slot.name())
        .append(" = ")
        .append(numbered.number())
        .append(";\n");
  }

  private static String note(Slot slot) {
    return switch (slot.role()) {
      case NULL_FLAG -> "Whether " + slot.property().name() + " is null.";
      case EMPTY_FLAG -> "Whether " + slot.property().name() + " is there, and empty.";
      case MORE -> slot.property().says();
      case VALUE -> slot.item() == Shape.Scalar.JSON ? json(slot) : slot.property().says();
    };
  }

  private static String json(Slot slot) {
    return slot.property().says().isEmpty() ? JSON_NOTE : slot.property().says() + "\n" + JSON_NOTE;
  }

  private static String type(Shape item, @Nullable Message message) {
    if (message != null) return message.name();
    return switch ((Shape.Scalar) item) {
      case TEXT, JSON -> "string";
      case WHOLE -> "int64";
      case DECIMAL -> "double";
      case FLAG -> "bool";
    };
  }

  /** A line of a comment ends with it, whatever the description holds. */
  private void comment(String says, String indent) {
    if (!says.isEmpty())
      out.append(
          says.lines()
              .map(line -> line.replaceAll("\\p{Cntrl}", " "))
              .collect(Collectors.joining("\n" + indent + "// ", indent + "// ", "\n")));
  }
}

package waybill.contracts.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import waybill.contracts.Canonical;
import waybill.contracts.Catalog;
import waybill.contracts.ContractId;

/** Google's compiler, called once for all, and Google's library. */
class ProtocTest {
  private static final Path PROTOC =
      Path.of(System.getProperty("waybill.protoc", "target/protoc.exe"));
  private static final String WORDS =
      "message repeated optional reserved map string int64 oneof enum package option syntax import"
          + " public rpc service returns extend group to max true false double bool stream inf nan";

  private static final Forms FORMS = Forms.of(Catalog.builtIn());
  private static final Map<String, FileDescriptor> BY_PACKAGE = new HashMap<>();
  @TempDir private static Path folder;

  @BeforeAll
  static void compile() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(PROTOC.toAbsolutePath().toString());
    command.add("--proto_path=" + folder);
    command.add("--descriptor_set_out=" + folder.resolve("all"));
    for (ContractId id : Catalog.builtIn().contracts())
      command.add(file(id.name() + ".v" + id.version(), FORMS.proto(id).orElseThrow()));
    command.add(file("words", Given.proto(words(), Given.json("{'':{'no longer text':40}}"))));
    Files.setPosixFilePermissions(PROTOC, PosixFilePermissions.fromString("rwxr-xr-x"));
    Process protoc = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(protoc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(protoc.waitFor()).as(said).isZero();
    assertThat(said).isEmpty();
    for (FileDescriptorProto file :
        FileDescriptorSet.parseFrom(Files.readAllBytes(folder.resolve("all"))).getFileList())
      BY_PACKAGE.put(file.getPackage(), FileDescriptor.buildFrom(file, new FileDescriptor[0]));
  }

  private static String file(String name, String proto) throws IOException {
    return Files.writeString(folder.resolve(name + ".proto"), proto).toString();
  }

  private static JsonNode words() {
    StringBuilder properties = new StringBuilder();
    for (String word : WORDS.split(" ", -1))
      properties
          .append(properties.isEmpty() ? "{" : ",")
          .append("'" + word + "':{'type':'object',")
          .append("'description':'one\\nmessage */ two','properties':{'" + word + "':{")
          .append("'type':['array','null'],'items':{'type':['array','null']}}}}");
    return Given.open(properties + "}");
  }

  @Test
  void whatWeWrite_isReadByOthers_andWhatTheyWriteByUs() throws Exception {
    for (Documents.Valid one : Documents.valid().toList()) {
      Form form = FORMS.form(one.id(), Format.PROTOBUF).orElseThrow();
      DynamicMessage read = DynamicMessage.parseFrom(message(one.id()), form.write(one.document()));
      assertThat(read.getUnknownFields().asMap()).as("%s", one).isEmpty();
      assertThat(Canonical.text(form.read(read.toByteArray())))
          .as("%s", one)
          .isEqualTo(Canonical.text(one.document()));
    }
  }

  @Test
  void whatWeWrite_saysToOthersWhatItSaysToUs() throws Exception {
    ContractId id = new ContractId("orders.place-order", 1);
    JsonNode document = Given.json("{'user_id':'u','lines':[{'sku':'s','quantity':3}]}");

    DynamicMessage read =
        DynamicMessage.parseFrom(
            message(id), FORMS.form(id, Format.PROTOBUF).orElseThrow().write(document));

    assertThat(read.getField(message(id).findFieldByName("user_id"))).isEqualTo("u");
    DynamicMessage line =
        (DynamicMessage) read.getRepeatedField(message(id).findFieldByName("lines"), 0);
    assertThat(line.getField(line.getDescriptorForType().findFieldByName("quantity")))
        .isEqualTo(3L);
  }

  @Test
  void everyWordOfTheLanguage_mayBeAProperty() {
    assertThat(message(Given.ID).getFields()).hasSize(WORDS.split(" ", -1).length + 1);
    assertThat(message(Given.ID).findFieldByName("message").getNumber()).isEqualTo(41);
  }

  private static Descriptor message(ContractId id) {
    return Objects.requireNonNull(BY_PACKAGE.get(ProtoFile.packageOf(id)))
        .findMessageTypeByName(ProtoFile.nameOf(id));
  }
}

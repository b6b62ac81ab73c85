package waybill.contracts.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import waybill.contracts.Malformed;

/** The wire format of Protocol Buffers, proto3. */
final class ProtoForm implements Form {
  private final Message root;
  private final boolean boxed;

  /**
   * @param boxed documents are no objects, and are the only field of the message
   */
  ProtoForm(Message root, boolean boxed) {
    this.root = root;
    this.boxed = boxed;
  }

  Message root() {
    return root;
  }

  @Override
  public String mediaType() {
    return Format.PROTOBUF.mediaType();
  }

  @Override
  public JsonNode read(byte[] body) {
    JsonNode read = ProtoReader.message(root, ByteBuffer.wrap(body));
    if (boxed && !read.has(Shape.BOXED)) throw new Malformed("has no value");
    return Bounds.checked(boxed ? read.get(Shape.BOXED) : read);
  }

  @Override
  public byte[] write(JsonNode document) {
    return ProtoWriter.message(root, boxed ? Boxes.around(document) : document);
  }
}

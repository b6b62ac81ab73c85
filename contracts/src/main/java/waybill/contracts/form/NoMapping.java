package waybill.contracts.form;

/** Why documents of a schema can't be written in a form, in a sentence for who wrote the schema. */
final class NoMapping extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoMapping(String sentence) {
    super(sentence, null, false, false);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}

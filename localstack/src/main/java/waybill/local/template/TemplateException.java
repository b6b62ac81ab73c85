package waybill.local.template;

/** One sentence that tells the author of a template what to change. */
public final class TemplateException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public TemplateException(String message) {
    super(message);
  }

  static TemplateException unknown(String path) {
    return new TemplateException(path + " is not something this machine knows");
  }
}

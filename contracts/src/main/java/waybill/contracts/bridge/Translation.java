package waybill.contracts.bridge;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A JSONata expression that makes a document out of a document, and of nothing else: no clock, no
 * chance, and an end to it. Safe for many threads.
 */
public final class Translation {
  public static final int CHARS_MAX = 8_000;

  private final String expression;

  private Translation(String expression) {
    this.expression = expression;
  }

  /**
   * @throws NoTranslation if the expression is none
   */
  public static Translation of(String expression) {
    if (expression.length() > CHARS_MAX)
      throw new NoTranslation("longer than " + CHARS_MAX + " characters");
    Purity.check(expression);
    parsed(expression);
    return new Translation(expression);
  }

  /**
   * @throws NoTranslation if nothing comes out of it
   */
  public JsonNode of(JsonNode document) {
    Jsonata jsonata = parsed(expression);
    Jsonata.Frame frame = Bounds.frame(jsonata, System::nanoTime);
    try {
      return JavaValues.json(jsonata.evaluate(JavaValues.java(document), frame));
    } catch (NoTranslation e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      // Without its cause, and without its words: they may quote the document.
      throw new NoTranslation("fails: " + reason(e));
    }
  }

  /** A parsed expression keeps the document that it was last used on: so none is kept. */
  private static Jsonata parsed(String expression) {
    try {
      Jsonata jsonata = Jsonata.jsonata(expression);
      jsonata.setValidateInput(false);
      return jsonata;
    } catch (RuntimeException | StackOverflowError e) {
      throw new NoTranslation("no JSONata expression: " + reason(e));
    }
  }

  private static String reason(Throwable e) {
    return e instanceof JException known
        ? known.getError() + " at character " + known.getLocation()
        : e.getClass().getSimpleName();
  }

  @Override
  public String toString() {
    return expression;
  }
}

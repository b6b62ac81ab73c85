package waybill.contracts.text;

import java.util.List;

/** A regular expression, read. */
sealed interface Piece {

  /** One code point of a set. */
  record One(Chars chars) implements Piece {}

  /** One after the other; none is the empty text. */
  record Row(List<Piece> pieces) implements Piece {}

  record Either(List<Piece> pieces) implements Piece {}

  /**
   * @param most -1 for no end
   */
  record Times(Piece piece, int least, int most) implements Piece {}

  /** Nothing, but only at the very start of the text. */
  record Start() implements Piece {}

  /** Nothing, but only at the very end of the text. */
  record End() implements Piece {}
}

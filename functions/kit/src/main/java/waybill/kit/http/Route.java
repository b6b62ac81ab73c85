package waybill.kit.http;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;
import waybill.kit.Limits;

/**
 * One endpoint: the document that it takes, the document that it gives, and who decides. The key is
 * the one of template.yaml, {@code POST /orders}.
 *
 * @param takes the body's contract, or for GET the query parameters'; null if it takes neither
 * @param documents what it takes as its catalog entry says it
 * @param reading its own way to read a request, if it has one: then the handler checks
 * @param memory what is kept of its repeatable requests
 * @param end what has become of what it accepted, as soon as that is decided; null if it has no end
 * @param isPatient whether it competes with many others for what it writes
 */
public record Route<Q, A>(
    String key,
    @Nullable Contract<Q> takes,
    @Nullable Contract<?> documents,
    Contract<A> gives,
    @Nullable Reading<Q> reading,
    Memory memory,
    Function<Request<Q>, Answer<A>> handler,
    @Nullable Function<A, Optional<A>> end,
    boolean isPatient) {

  private Route(
      String key,
      @Nullable Contract<Q> takes,
      Contract<A> gives,
      Function<Request<Q>, Answer<A>> handler) {
    this(key, takes, takes, gives, null, Memory.PLAIN, handler, null, false);
  }

  private Route<Q, A> remembering(Memory other) {
    return new Route<>(key, takes, documents, gives, reading, other, handler, end, isPatient);
  }

  /** Its document holds a secret, and nothing that is kept may tell of it. */
  public Route<Q, A> takingASecret() {
    return remembering(Memory.OF_A_SECRET);
  }

  /** Its answer is not kept: an {@code Idempotency-Key} has no meaning here. */
  public Route<Q, A> forgetful() {
    return remembering(Memory.NONE);
  }

  public static <Q, A> Route<Q, A> post(
      String path, Contract<Q> takes, Contract<A> gives, Function<Request<Q>, Answer<A>> handler) {
    return new Route<>("POST " + path, takes, gives, handler);
  }

  public static <A> Route<Nothing, A> post(
      String path, Contract<A> gives, Function<Request<Nothing>, Answer<A>> handler) {
    return new Route<>("POST " + path, null, gives, handler);
  }

  /** Takes documents of this contract in forms of its own. */
  public static <Q, A> Route<Q, A> post(
      String path,
      Contract<?> documents,
      Reading<Q> reading,
      Contract<A> gives,
      Function<Request<Q>, Answer<A>> handler) {
    return new Route<>(
        "POST " + path, null, documents, gives, reading, Memory.PLAIN, handler, null, false);
  }

  public static <Q, A> Route<Q, A> patch(
      String path, Contract<Q> takes, Contract<A> gives, Function<Request<Q>, Answer<A>> handler) {
    return new Route<>("PATCH " + path, takes, gives, handler);
  }

  /** The whole of what is at the path; asked for again, it changes nothing. */
  public static <Q, A> Route<Q, A> put(
      String path, Contract<Q> takes, Contract<A> gives, Function<Request<Q>, Answer<A>> handler) {
    return new Route<>("PUT " + path, takes, gives, handler);
  }

  public static <A> Route<Nothing, A> delete(
      String path, Contract<A> gives, Function<Request<Nothing>, Answer<A>> handler) {
    return new Route<>("DELETE " + path, null, gives, handler);
  }

  /** The query parameters are the document. */
  public static <Q, A> Route<Q, A> get(
      String path, Contract<Q> takes, Contract<A> gives, Function<Request<Q>, Answer<A>> handler) {
    return new Route<>("GET " + path, takes, gives, handler);
  }

  public static <A> Route<Nothing, A> get(
      String path, Contract<A> gives, Function<Request<Nothing>, Answer<A>> handler) {
    return new Route<>("GET " + path, null, gives, handler);
  }

  /**
   * Whoever prefers to wait for what was accepted is answered with its end: what this says of the
   * document with which it was accepted, as soon as it says something.
   */
  public Route<Q, A> endingAs(Function<A, Optional<A>> end) {
    return new Route<>(key, takes, documents, gives, reading, memory, handler, end, isPatient);
  }

  /** It writes what workers write too, many at once: then it decides as often as they do. */
  public Route<Q, A> patient() {
    return new Route<>(key, takes, documents, gives, reading, memory, handler, end, true);
  }

  int bytesMax() {
    return reading == null ? Limits.BODY_BYTES_MAX : reading.bytesMax();
  }

  boolean remembers() {
    return memory != Memory.NONE && key.startsWith("POST ");
  }

  /** A text is no document that could be written in another way. */
  boolean givesAFile() {
    return gives.type() == String.class;
  }

  boolean asksByQuery() {
    return key.startsWith("GET ");
  }

  /** Only a route that takes no document is made with {@link Nothing}. */
  @SuppressWarnings("unchecked")
  Q nothing() {
    return (Q) new Nothing();
  }

  /** The document of a request that has none. */
  public record Nothing() {}
}

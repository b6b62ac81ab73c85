package waybill.exchange.job;

/**
 * Does a kind of job. A turn takes a second or so, and may be repeated: a crash may come between it
 * and the note of it.
 */
public interface Work {

  String kind();

  Turn turn(Job job);
}

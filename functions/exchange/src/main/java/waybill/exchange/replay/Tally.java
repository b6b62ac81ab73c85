package waybill.exchange.replay;

/**
 * What a replay has come to so far; written together with the stretch that it counts, so that
 * nothing is counted twice.
 *
 * @param job whose
 */
record Tally(String job, long lookedAt, long sent, long confirmed, long failed) {

  static Tally of(String job) {
    return new Tally(job, 0, 0, 0, 0);
  }

  Tally looked() {
    return new Tally(job, lookedAt + 1, sent, confirmed, failed);
  }

  Tally sentOne() {
    return new Tally(job, lookedAt, sent + 1, confirmed, failed);
  }

  Tally ended(boolean well) {
    return new Tally(job, lookedAt, sent, confirmed + (well ? 1 : 0), failed + (well ? 0 : 1));
  }
}

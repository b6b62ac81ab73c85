package waybill.exchange;

/** Ends an invocation before a chosen call to a table or a queue, and every call after it. */
final class Fuse implements Runnable {
  private Runnable then = () -> {};
  private int calls;
  private int most = Integer.MAX_VALUE;

  /** So many calls are made from now on, then the machine is gone. */
  void endAfter(int calls) {
    this.calls = 0;
    this.most = calls;
  }

  void mend() {
    endAfter(Integer.MAX_VALUE);
  }

  int calls() {
    return calls;
  }

  @Override
  public void run() {
    if (calls == most) throw new Killed();
    calls++;
    then.run();
  }

  void beforeEachCall(Runnable then) {
    this.then = then;
  }
}

package waybill.exchange.webhook;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocketFactory;
import waybill.kit.Limits;

/**
 * Brings letters to endpoints outside. Whatever an endpoint does becomes a {@link Reply}, within
 * the deadline and the moment that draining an answer may take.
 */
public final class Sender {
  private final Endpoints endpoints;
  private final Duration deadline;
  private final SSLSocketFactory tls;
  private final Dial dial;

  public Sender(Endpoints endpoints) {
    this(endpoints, Limits.WEBHOOK_DEADLINE, (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  public Sender(Endpoints endpoints, Duration deadline, SSLSocketFactory tls) {
    this(endpoints, deadline, tls, (socket, to, timeout) -> socket.connect(to, timeout));
  }

  Sender(Endpoints endpoints, Duration deadline, SSLSocketFactory tls, Dial dial) {
    this.endpoints = endpoints;
    this.deadline = deadline;
    this.tls = tls;
    this.dial = dial;
  }

  /**
   * On a thread of its own: a name that is looked up can't be interrupted, so at the deadline the
   * thread is left alone, and its line is cut so that it can't send any more.
   */
  public Reply post(Letter letter) {
    try (Line line = new Line(dial, tls)) {
      Attempt attempt = new Attempt(letter, endpoints, line, deadline);
      Thread thread = new Thread(attempt, "webhook");
      thread.setDaemon(true);
      thread.start();
      return await(attempt, thread, line);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while sending", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a letter could not be sent", e.getCause());
    }
  }

  /** Cut first: whether it was sent can be told only when nothing more can be. */
  private Reply await(Attempt attempt, Thread thread, Line line)
      throws InterruptedException, ExecutionException {
    try {
      Reply reply = attempt.reply().get(deadline.toMillis(), TimeUnit.MILLISECONDS);
      thread.join(Limits.WEBHOOK_DRAIN.toMillis());
      return reply;
    } catch (TimeoutException e) {
      line.cut();
      return attempt.overdue();
    }
  }
}

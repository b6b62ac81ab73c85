package waybill.exchange.webhook;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One letter on its way, step by step, on a thread that may be left behind at the deadline. */
final class Attempt implements Runnable {
  /** Where it is, as the reason of a failure says it. */
  enum Step {
    RESOLVING("while its host was looked up"),
    CONNECTING("while connecting"),
    SECURING("during the TLS handshake"),
    SENDING("while the letter was sent"),
    WAITING("while waiting for its answer");

    final String says;

    Step(String says) {
      this.says = says;
    }

    /** From here on the endpoint may have read the letter. */
    boolean mayBeRead() {
      return compareTo(SENDING) >= 0;
    }
  }

  private final Letter letter;
  private final Endpoints endpoints;
  private final Line line;
  private final Duration deadline;
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private volatile Step step = Step.RESOLVING;

  Attempt(Letter letter, Endpoints endpoints, Line line, Duration deadline) {
    this.letter = letter;
    this.endpoints = endpoints;
    this.line = line;
    this.deadline = deadline;
  }

  CompletableFuture<Reply> reply() {
    return reply;
  }

  Reply overdue() {
    return failed("no answer within " + deadline.toMillis() + " ms");
  }

  @Override
  public void run() {
    try (line) {
      Admission admission = endpoints.admit(letter.to());
      if (admission.refusal() == null) post(admission);
      else reply.complete(Reply.notSent("the address is refused: " + admission.refusal()));
    } catch (IOException e) {
      reply.complete(failed(Fault.reason(e)));
    } catch (RuntimeException | Error e) {
      reply.completeExceptionally(e);
    }
  }

  private void post(Admission admission) throws IOException {
    Target target = Target.of(letter.to());
    step = Step.CONNECTING;
    Socket plain = line.connect(admission.addresses(), target.port(), deadline);
    step = Step.SECURING;
    try (Socket socket = target.tls() ? line.secure(plain, target) : plain) {
      step = Step.SENDING;
      send(RequestText.of(letter, target), socket);
      step = Step.WAITING;
      InputStream in = new BufferedInputStream(socket.getInputStream());
      Head head = Head.read(in);
      reply.complete(Answer.meaning(head, letter.timestamp()));
      Rest.drain(head, in);
    }
  }

  /** Whoever refuses a letter may answer and close before all of it is written. */
  private static void send(byte[] request, Socket socket) {
    try {
      socket.getOutputStream().write(request);
      socket.getOutputStream().flush();
    } catch (IOException e) {
      // The answer, or that there is none, says more.
    }
  }

  private Reply failed(String reason) {
    String where = reason + " (" + step.says + ")";
    return step.mayBeRead() ? Reply.unknown(where) : Reply.notSent(where);
  }
}

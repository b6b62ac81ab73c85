package waybill.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;
import waybill.contracts.Contract;
import waybill.contracts.Message;
import waybill.contracts.Violation;
import waybill.kit.blob.Claims;
import waybill.kit.commit.Change;
import waybill.kit.commit.Clerk;
import waybill.kit.commit.Origin;
import waybill.kit.commit.Prepared;
import waybill.kit.http.Answer;
import waybill.kit.problem.ProblemType;

/** What a handler decided: its document, what it would write and say, or why it refuses. */
public final class AnswerAssert<T> extends AbstractAssert<AnswerAssert<T>, Answer<T>> {
  private static final Clerk CLERK =
      new Clerk("tested", Given.CATALOG, new Claims(new MemoryBlobs()), new HandClock());

  private AnswerAssert(@Nullable Answer<T> answer) {
    super(answer, AnswerAssert.class);
  }

  public static <T> AnswerAssert<T> assertThatAnswer(Answer<T> answer) {
    return new AnswerAssert<>(answer);
  }

  public AnswerAssert<T> isRefused(ProblemType type, String... pointers) {
    if (!(actual instanceof Answer.Refused<T> refused))
      throw failure("not refused, but %s", actual);
    assertThat(refused.refusal().type()).isEqualTo(type);
    assertThat(refused.refusal().violations().stream().map(Violation::pointer))
        .containsExactly(pointers);
    return this;
  }

  public AnswerAssert<T> isGiven(int status, T body) {
    assertThat(given().status()).isEqualTo(status);
    assertThat(given().body()).isEqualTo(body);
    return this;
  }

  public AnswerAssert<T> isAt(String location) {
    assertThat(given().headers()).isEqualTo(Map.of("location", location));
    return this;
  }

  /** Exactly this, about this key. */
  public <D> AnswerAssert<T> says(String key, Contract<D> contract, D data) {
    List<Message> said = said();
    assertThat(said).hasSize(1);
    assertThat(said.get(0).id().key()).isEqualTo(key);
    assertThat(said.get(0).contract()).isEqualTo(contract.id());
    assertThat(said.get(0).data()).isEqualTo(Given.CATALOG.write(contract, data));
    return this;
  }

  public AnswerAssert<T> writesNothing() {
    assertThat(prepared().changes()).isEmpty();
    return this;
  }

  private List<Message> said() {
    return prepared().changes().stream()
        .filter(Change.Put.class::isInstance)
        .flatMap(change -> ((Change.Put) change).says().stream())
        .map(unsent -> Message.parse(unsent.text()))
        .toList();
  }

  private Prepared prepared() {
    return CLERK.prepare(given().commit(), new Origin("correlation", null, 0, null));
  }

  private Answer.Given<T> given() {
    if (actual instanceof Answer.Given<T> given) return given;
    throw failure("not given, but %s", actual);
  }
}

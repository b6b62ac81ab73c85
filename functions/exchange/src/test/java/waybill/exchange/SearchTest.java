package waybill.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import waybill.contracts.exchange.DeliveryState;
import waybill.contracts.exchange.ListMessages;
import waybill.contracts.exchange.MessageList;
import waybill.kit.http.Answer;
import waybill.kit.http.Caller;
import waybill.kit.problem.Problem;
import waybill.kit.problem.ProblemType;

class SearchTest {
  private static final String REGISTERED = "users.user-registered";
  private final Spine spine = new Spine();
  private final Auditor auditor = new Auditor(spine);

  private MessageList found(ListMessages asked, Caller caller) {
    return Auditor.given(auditor.api().messages(Auditor.request(asked, caller)));
  }

  private List<String> ids(ListMessages asked) {
    return found(asked, Auditor.OPERATOR).items().stream().map(MessageList.Listed::id).toList();
  }

  private ProblemType refused(ListMessages asked, Caller caller) {
    var answer = auditor.api().messages(Auditor.request(asked, caller));
    return ((Answer.Refused<MessageList>) answer).refusal().type();
  }

  private static ListMessages of(
      @Nullable String contract, @Nullable String key, @Nullable String correlation) {
    return new ListMessages(contract, key, correlation, null, null, null, null);
  }

  private static ListMessages between(Instant from, Instant to) {
    return new ListMessages(REGISTERED, null, null, from, to, null, null);
  }

  private void said(String... users) {
    for (String user : users) {
      spine.commit(user);
      spine.settle();
      spine.clock.pass(Duration.ofMinutes(1));
    }
  }

  @Test
  void aContractsMessages_areListedNewestFirst_withTheirStates() {
    said("u1", "u2");
    spine.commitChange("u1");
    spine.settle();

    assertThat(ids(of(REGISTERED, null, null))).containsExactly("users~u2~1", "users~u1~1");
    assertThat(found(of(REGISTERED, null, null), Auditor.OPERATOR).items().get(0).deliveries())
        .containsExactly(new MessageList.At("orders", DeliveryState.HANDLED));
  }

  @Test
  void aKeysMessages_areFoundWithoutAnIndex() {
    said("u1", "u2");
    spine.commitChange("u1");
    spine.settle();
    said("u1");

    assertThat(ids(of(REGISTERED, "u1", null))).containsExactly("users~u1~3", "users~u1~1");
  }

  @Test
  void whatBelongsTogether_isFoundByItsCorrelation() {
    said("u1", "u2");

    assertThat(ids(of(null, null, "c1"))).containsExactly("users~u2~1", "users~u1~1");
    assertThat(ids(of(null, null, "c2"))).isEmpty();
    assertThat(ids(of(REGISTERED, "u1", "c1"))).containsExactly("users~u1~1");
  }

  @Test
  void timesAreKept() {
    Instant start = spine.clock.instant();
    said("u1", "u2", "u3");

    Instant from = start.plus(Duration.ofSeconds(30));
    assertThat(ids(between(from, from.plus(Duration.ofMinutes(1))))).containsExactly("users~u2~1");
    assertThat(ids(between(from, from.plus(Duration.ofDays(9)))))
        .containsExactly("users~u3~1", "users~u2~1");
  }

  @Test
  void pages_followOneAnother() {
    said("u1", "u2", "u3", "u1", "u1");

    assertThat(paged(null)).hasSize(5).doesNotHaveDuplicates();
    assertThat(paged("u1")).containsExactly("users~u1~3", "users~u1~2", "users~u1~1");
  }

  private List<String> paged(@Nullable String key) {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      var asked = new ListMessages(REGISTERED, key, null, null, null, 2, cursor);
      MessageList page = found(asked, Auditor.OPERATOR);
      page.items().forEach(one -> all.add(one.id()));
      cursor = page.cursor();
    } while (cursor != null);
    return all;
  }

  @Test
  void aService_findsWhatConcernsIt() {
    said("u1");

    assertThat(found(of(REGISTERED, null, null), Caller.machine("orders")).items()).hasSize(1);
    assertThat(found(of(REGISTERED, null, null), Caller.machine("catalog")).items()).isEmpty();
    assertThat(refused(of(REGISTERED, null, null), Caller.machine("stranger")))
        .isEqualTo(Problem.FORBIDDEN);
    assertThat(refused(of(REGISTERED, null, null), Caller.person("ada")))
        .isEqualTo(Problem.FORBIDDEN);
  }

  @Test
  void everything_isAskedOfNobody() {
    assertThat(refused(of(null, "u1", null), Auditor.OPERATOR))
        .isEqualTo(Problem.CONTRACT_VIOLATION);
  }
}

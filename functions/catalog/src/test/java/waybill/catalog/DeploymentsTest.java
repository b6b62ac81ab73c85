package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.MEMBER;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.VISITOR;
import static waybill.catalog.Office.with;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;

/** {@code GET /can-deploy} through the whole edge. */
class DeploymentsTest {
  private static final String TEXT = version("string", "");
  private static final String ALIKE = version("string", ",\"title\":\"Alike\"");
  private static final String NUMBER = version("integer", "");

  private final Office office = new Office();

  @BeforeEach
  void define() {
    office.contract("letters.letter-sent", "event", TEXT, ALIKE, NUMBER);
    office.contract("letters.send-letter", "command", TEXT, ALIKE, NUMBER);
    office.contract("letters.address", "type", TEXT);
  }

  /** What is a text in the first two is a number in the third. */
  private static String version(String type, String more) {
    return "{\"type\":\"object\",\"properties\":{\"id\":{\"type\":\""
        + type
        + "\"}},\"required\":[\"id\"]"
        + more
        + "}";
  }

  @Test
  void anOwner_goesOutWithWhatItsReadersUnderstand() {
    letters("letters.letter-sent/1");
    readers("letters.letter-sent/1");
    Answered answered = ask("letters", "letters.letter-sent", 2);
    assertThat(answered.text("/role")).isEqualTo("provider");
    assertThat(answered.body().path("deployable").asBoolean()).isTrue();
    assertThat(edges(answered)).containsExactly("reader consumer 1 compatible");
  }

  @Test
  void anOwner_doesNotGoOutWithWhatAReaderRefuses_andSeesAWitness() {
    letters("letters.letter-sent/1");
    readers("letters.letter-sent/1");
    Answered answered = ask("letters", "letters.letter-sent", 3);
    assertThat(answered.body().path("deployable").asBoolean()).isFalse();
    assertThat(edges(answered)).containsExactly("reader consumer 1 breaking");
    var witness = answered.body().at("/edges/0/witness/id");
    assertThat(witness.isIntegralNumber()).as("written under 3, refused under 1").isTrue();
  }

  @Test
  void aCommand_isJudgedTheOtherWayRound() {
    letters("letters.send-letter/1");
    readers("letters.send-letter/1");
    Answered answered = ask("letters", "letters.send-letter", 3);
    assertThat(edges(answered)).containsExactly("reader consumer 1 breaking");
    assertThat(answered.body().at("/edges/0/witness/id").isTextual())
        .as("sent under 1, refused under 3")
        .isTrue();
  }

  @Test
  void aReader_goesOutWithWhatItsOwnerWrites() {
    letters("letters.letter-sent/1");
    readers();
    Answered answered = ask("reader", "letters.letter-sent", 2);
    assertThat(answered.text("/role")).isEqualTo("consumer");
    assertThat(answered.body().path("deployable").asBoolean()).isTrue();
    assertThat(edges(answered)).containsExactly("letters provider 1 compatible");
  }

  @Test
  void aReader_doesNotGoOutWithWhatItsOwnerNeverWrites() {
    letters("letters.letter-sent/1");
    readers();
    Answered answered = ask("reader", "letters.letter-sent", 3);
    assertThat(answered.body().path("deployable").asBoolean()).isFalse();
    assertThat(answered.body().at("/edges/0/witness/id").isTextual()).isTrue();
  }

  @Test
  void aSender_isJudgedTheOtherWayRound() {
    letters("letters.send-letter/1");
    readers();
    Answered answered = ask("reader", "letters.send-letter", 3);
    assertThat(answered.body().at("/edges/0/witness/id").isIntegralNumber()).isTrue();
  }

  @Test
  void whatDoesNotGoTogether_butIsBridged_isDeployable() {
    String text = "{\"properties\":{\"id\":{\"type\":\"string\"}}}";
    String number = "{\"properties\":{\"id\":{\"type\":\"integer\"}}}";
    office.event("letters.letter-lost", text);
    String bridge = "{\"up\":\"{'id': 1}\",\"down\":\"{'id': 'a'}\"}";
    Answered registered =
        office
            .contracts()
            .as(Office.OPERATOR)
            .post(
                "/contracts/letters.letter-lost/versions",
                "{\"schema\":" + number + ",\"bridge\":" + bridge + "}");
    assertThat(registered.status()).isEqualTo(201);
    letters("letters.letter-lost/1");
    readers("letters.letter-lost/1");
    Answered out = ask("letters", "letters.letter-lost", 2);
    assertThat(edges(out)).containsExactly("reader consumer 1 breaking");
    assertThat(out.text("/edges/0/bridged")).isEqualTo("true");
    assertThat(out.text("/deployable")).isEqualTo("true");
    assertThat(ask("reader", "letters.letter-lost", 2).text("/deployable")).isEqualTo("true");
  }

  @Test
  void aServiceWithSeveralVersions_isServedByOneThatFits() {
    letters("letters.letter-sent/1");
    readers("letters.letter-sent/1", "letters.letter-sent/3");
    Answered answered = ask("letters", "letters.letter-sent", 3);
    assertThat(answered.body().path("deployable").asBoolean()).isTrue();
    assertThat(edges(answered))
        .containsExactly("reader consumer 1 breaking", "reader consumer 3 compatible");
  }

  @Test
  void whatNobodyUses_canGoOut() {
    letters("letters.letter-sent/1");
    Answered answered = ask("letters", "letters.letter-sent", 3);
    assertThat(answered.body().path("deployable").asBoolean()).isTrue();
    assertThat(edges(answered)).isEmpty();
  }

  @Test
  void whatTheOwnerDoesNotProvide_canNotBeConsumed() {
    letters();
    readers();
    Answered answered = ask("reader", "letters.letter-sent", 1);
    assertThat(answered.body().path("deployable").asBoolean()).isFalse();
    assertThat(answered.text("/edges/0/reason")).isEqualTo("provides no version of it");
  }

  @Test
  void builtInServices_areUsersToo() {
    Answered answered = ask("users", "users.user-changed", 1);
    assertThat(edges(answered)).containsExactly("orders consumer 1 compatible");
    assertThat(ask("orders", "users.user-changed", 1).body().path("deployable").asBoolean())
        .isTrue();
  }

  @Test
  void whatIsNotKnown_isRefusedAtThePointer() {
    letters("letters.letter-sent/1");
    readers();
    assertThat(ask("nobody", "letters.letter-sent", 1).refusal())
        .isEqualTo("422 unknown-service /service");
    assertThat(ask("letters", "letters.nothing", 1).refusal())
        .isEqualTo("422 unknown-version /contract");
    assertThat(ask("letters", "letters.letter-sent", 4).refusal())
        .isEqualTo("422 unknown-version /version");
    assertThat(ask("letters", "letters.address", 1).refusal())
        .isEqualTo("422 not-exchanged /contract");
    assertThat(ask("reader", "users.user-changed", 1).refusal()).isEqualTo("422 no-user /service");
  }

  @Test
  void aVisitor_learnsNothing() {
    String query = "/can-deploy?service=users&contract=users.user-changed&version=1";
    assertThat(office.as(VISITOR).get(query).refusal()).isEqualTo("403 forbidden");
  }

  private void letters(String... provides) {
    assertThat(office.put(OPERATOR, "letters", with("provides", List.of(provides))).status())
        .isEqualTo(201);
  }

  private void readers(String... consumes) {
    assertThat(office.put(OPERATOR, "reader", with("consumes", List.of(consumes))).status())
        .isEqualTo(201);
  }

  private Answered ask(String service, String contract, int version) {
    return office
        .as(MEMBER)
        .get("/can-deploy?service=" + service + "&contract=" + contract + "&version=" + version);
  }

  private static List<String> edges(Answered answered) {
    return StreamSupport.stream(answered.body().path("edges").spliterator(), false)
        .map(
            edge ->
                String.join(
                    " ",
                    edge.path("service").asText(),
                    edge.path("role").asText(),
                    edge.path("takes").asText(),
                    edge.path("verdict").asText()))
        .toList();
  }
}

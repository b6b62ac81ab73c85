package waybill.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.catalog.Office.OPERATOR;
import static waybill.catalog.Office.with;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import waybill.kit.http.HttpTesting.Answered;

/** A version that only a subscription takes is in use. */
class SubscribedTest {
  private static final String LETTERS = "letters.letter-sent";
  private final Office office = new Office();

  @BeforeEach
  void thereAreLetters() {
    office.contract(LETTERS, "event", "{\"type\":\"object\"}", "{\"type\":[\"object\",\"null\"]}");
  }

  private Answered retire(int version) {
    return office.contracts().as(OPERATOR).delete("/contracts/" + LETTERS + "/versions/" + version);
  }

  @Test
  void whatASubscriptionTakes_isNotRetired_andWhoTakesItIsNamed() {
    office.hears(1, "depot", "depot-letters", LETTERS + "/1");

    assertThat(retire(1).refusal()).isEqualTo("409 version-in-use");
    assertThat(retire(1).text("/consumers/0")).isEqualTo("depot");
    assertThat(retire(2).status()).isEqualTo(200);
  }

  @Test
  void whoTakesAnotherVersionNow_holdsTheFirstNoLonger() {
    office.hears(1, "depot", "depot-letters", LETTERS + "/1");
    office.hears(2, "depot", "depot-letters", LETTERS + "/2");

    assertThat(retire(2).refusal()).isEqualTo("409 version-in-use");
    assertThat(retire(1).status()).isEqualTo(200);
  }

  @Test
  void whoHasLeft_holdsNothing_butForWhatItStillSaysThatItUses() {
    office.put(OPERATOR, "depot", with("consumes", List.of(LETTERS + "/1")));
    office.hears(1, "depot", "depot-letters", LETTERS + "/1", LETTERS + "/2");
    office.hears(2, "depot", "depot-letters");

    assertThat(retire(1).text("/consumers/0")).isEqualTo("depot");
    assertThat(retire(2).status()).isEqualTo(200);
  }

  @Test
  void oneOfTwoSubscriptionsOfAService_isEnough() {
    office.hears(1, "depot", "one", LETTERS + "/1");
    office.hears(1, "depot", "other", LETTERS + "/1");
    office.hears(2, "depot", "one");

    assertThat(retire(1).refusal()).isEqualTo("409 version-in-use");
  }
}

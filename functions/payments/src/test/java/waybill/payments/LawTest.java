package waybill.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import waybill.contracts.Message;
import waybill.contracts.payments.Money;
import waybill.kit.testing.Commotion;

/**
 * Whatever happens on the way, at any moment and per currency: balances and charges, less what was
 * refunded of them, are what was deposited. A failure names its seed, and the seed plays it again.
 */
class LawTest {
  private static final List<String> CURRENCIES = List.of("EUR", "USD");
  private static final int USERS = 6;
  private static final int SAGAS = 60;

  private final Bank bank = new Bank();

  @RepeatedTest(20)
  void moneyIsNeitherMadeNorLost(RepetitionInfo run) {
    play(run.getCurrentRepetition());
  }

  private void play(long seed) {
    Random random = new Random(seed);
    String when = "seed " + seed;
    for (int user = 1; user < USERS; user++) deposit(user, random);
    List<Message> commands =
        IntStream.range(0, SAGAS)
            .mapToObj(n -> saga("o" + n, random))
            .flatMap(List::stream)
            .toList();

    new Commotion(bank.payments, commands, random)
        .passes(
            () -> {
              if (random.nextInt(20) == 0) deposit(random.nextInt(USERS), random);
              bank.keepsItsLaw(when);
            });

    bank.payments.balance();
    for (int n = 0; n < SAGAS; n++) isAnswered("o" + n, when);
  }

  /** Each command once, however often it came. */
  private void isAnswered(String saga, String when) {
    assertThat(bank.payments.saidAbout(saga))
        .as("%s: what %s was answered", when, saga)
        .extracting(Message::causation)
        .containsExactlyElementsOf(
            bank.payments.toldBy(saga).stream().map(one -> one.id().toString()).toList());
  }

  private void deposit(int user, Random random) {
    bank.with("u" + user, new Money(1 + random.nextInt(1_000), currencyOf(user)));
  }

  private static String currencyOf(int user) {
    return CURRENCIES.get(user % CURRENCIES.size());
  }

  /** Most charge first, and some undo first; now and then in a currency that is not theirs. */
  private List<Message> saga(String id, Random random) {
    int user = random.nextInt(USERS);
    Money amount =
        new Money(random.nextInt(600), currencyOf(random.nextInt(10) == 0 ? user + 1 : user));
    List<Message> commands = new ArrayList<>();
    if (random.nextInt(10) > 0) commands.add(bank.charge(id, "u" + user, amount));
    for (int more = random.nextInt(4); more > 0; more--)
      commands.add(random.nextBoolean() ? bank.charge(id, "u" + user, amount) : bank.refund(id));
    return commands;
  }
}

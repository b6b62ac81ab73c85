package waybill.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.payments.Bank.eur;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import waybill.contracts.Message;
import waybill.kit.testing.BooksBalance;

/** A hundred charges at once, each on a thread of its own. */
@BooksBalance
class CrowdTest {
  private static final int CHARGES = 100;

  private final Bank bank = new Bank();
  private final ExecutorService threads = Executors.newFixedThreadPool(CHARGES);

  @AfterEach
  void home() {
    threads.shutdownNow();
  }

  @Test
  void row35_aHundredChargesOfOneAccount_takeWhatIsThere_andNotOneCentMore() throws Exception {
    bank.with("ada", eur(70));

    assertThat(atOnce(n -> bank.charge("o" + n, "ada", eur(1)))).containsOnly(true);

    assertThat(inState(Payment.State.CHARGED)).isEqualTo(70);
    assertThat(inState(Payment.State.REFUSED)).isEqualTo(30);
    assertThat(bank.balance("ada")).isZero();
  }

  @Test
  void row35_aHundredRefundsToOneAccount_areAllGivenBack() throws Exception {
    bank.with("ada", eur(CHARGES));
    for (int n = 0; n < CHARGES; n++) bank.hears(bank.charge("o" + n, "ada", eur(1)));

    atOnce(n -> bank.refund("o" + n));

    assertThat(bank.balance("ada")).isEqualTo(CHARGES);
  }

  private long inState(Payment.State state) {
    return IntStream.range(0, CHARGES)
        .mapToObj(n -> bank.payment("o" + n).orElseThrow())
        .filter(one -> one.state() == state)
        .count();
  }

  private List<Boolean> atOnce(IntFunction<Message> command) throws Exception {
    CyclicBarrier together = new CyclicBarrier(CHARGES);
    List<Callable<Boolean>> all =
        IntStream.range(0, CHARGES)
            .mapToObj(command)
            .<Callable<Boolean>>map(
                message ->
                    () -> {
                      together.await(20, TimeUnit.SECONDS);
                      return bank.payments.hears(message);
                    })
            .toList();
    List<Boolean> heard = new ArrayList<>();
    for (Future<Boolean> one : threads.invokeAll(all, 60, TimeUnit.SECONDS)) heard.add(one.get());
    return heard;
  }
}

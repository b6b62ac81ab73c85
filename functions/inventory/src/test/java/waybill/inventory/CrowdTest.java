package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static waybill.inventory.Warehouse.line;

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

/** A hundred buyers at once, each on a thread of its own. */
@BooksBalance
class CrowdTest {
  private static final int BUYERS = 100;

  private final Warehouse shop = new Warehouse();
  private final ExecutorService threads = Executors.newFixedThreadPool(BUYERS);

  @AfterEach
  void home() {
    threads.shutdownNow();
  }

  @Test
  void row35_aHundredBuyersOfOneArticle_getAllThatIsThere_andNotOneMore() throws Exception {
    shop.with("tea", 70);

    assertThat(atOnce(n -> shop.reserve("o" + n, line("tea", 1)))).containsOnly(true);

    assertThat(inState(Reservation.State.RESERVED)).isEqualTo(70);
    assertThat(inState(Reservation.State.REFUSED)).isEqualTo(30);
    assertThat(shop.free("tea")).isZero();
  }

  /** In either order of the two articles: nobody waits for anybody who waits. */
  @Test
  void row35_aHundredBuyersOfTwoArticles_getBothOrNeither() throws Exception {
    shop.with("tea", 60).with("cup", 40);

    atOnce(
        n ->
            n % 2 == 0
                ? shop.reserve("o" + n, line("tea", 1), line("cup", 1))
                : shop.reserve("o" + n, line("cup", 1), line("tea", 1)));

    assertThat(inState(Reservation.State.RESERVED)).isEqualTo(40);
    assertThat(shop.free("tea")).isEqualTo(20);
    assertThat(shop.free("cup")).isZero();
  }

  @Test
  void row35_aHundredWhoConfirmOrGiveUp_leaveNothingReserved() throws Exception {
    shop.with("tea", BUYERS);
    for (int n = 0; n < BUYERS; n++) shop.hears(shop.reserve("o" + n, line("tea", 1)));

    atOnce(n -> n % 2 == 0 ? shop.confirm("o" + n) : shop.release("o" + n));

    assertThat(shop.reserved("tea")).isZero();
    assertThat(shop.sold("tea")).isEqualTo(50);
    assertThat(shop.free("tea")).isEqualTo(50);
  }

  private long inState(Reservation.State state) {
    return IntStream.range(0, BUYERS)
        .mapToObj(n -> shop.reservation("o" + n).orElseThrow())
        .filter(one -> one.state() == state)
        .count();
  }

  private List<Boolean> atOnce(IntFunction<Message> command) throws Exception {
    CyclicBarrier together = new CyclicBarrier(BUYERS);
    List<Callable<Boolean>> all =
        IntStream.range(0, BUYERS)
            .mapToObj(command)
            .<Callable<Boolean>>map(
                message ->
                    () -> {
                      together.await(20, TimeUnit.SECONDS);
                      return shop.inventory.hears(message);
                    })
            .toList();
    List<Boolean> heard = new ArrayList<>();
    for (Future<Boolean> one : threads.invokeAll(all, 60, TimeUnit.SECONDS)) heard.add(one.get());
    return heard;
  }
}

package waybill.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import waybill.contracts.Message;
import waybill.contracts.inventory.StockLine;
import waybill.kit.testing.Commotion;

/**
 * Whatever happens on the way, at any moment: per article, what is free, reserved and sold is what
 * was put there, and nobody was promised what is not there. A failure names its seed, and the seed
 * plays it again.
 */
class LawTest {
  private static final List<String> ARTICLES = List.of("tea", "cup", "pot");
  private static final int SAGAS = 60;

  private final Warehouse shop = new Warehouse();

  @RepeatedTest(20)
  void nothingIsOversold_andNothingIsLost(RepetitionInfo run) {
    play(run.getCurrentRepetition());
  }

  private void play(long seed) {
    Random random = new Random(seed);
    String when = "seed " + seed;
    for (String sku : ARTICLES) shop.with(sku, random.nextInt(60));
    List<Message> commands =
        IntStream.range(0, SAGAS)
            .mapToObj(n -> saga("o" + n, random))
            .flatMap(List::stream)
            .toList();

    new Commotion(shop.inventory, commands, random)
        .passes(
            () -> {
              if (random.nextInt(20) == 0) shop.with(any(random), random.nextInt(60));
              shop.keepsItsLaw(when);
            });

    shop.inventory.balance();
    for (int n = 0; n < SAGAS; n++) isAnswered("o" + n, when);
  }

  /** Each command once, however often it came. */
  private void isAnswered(String saga, String when) {
    assertThat(shop.inventory.saidAbout(saga))
        .as("%s: what %s was answered", when, saga)
        .extracting(Message::causation)
        .containsExactlyElementsOf(
            shop.inventory.toldBy(saga).stream().map(one -> one.id().toString()).toList());
  }

  /** Most reserve first, and some undo first; what follows follows at random. */
  private List<Message> saga(String id, Random random) {
    StockLine[] lines = lines(random);
    List<Message> commands = new ArrayList<>();
    if (random.nextInt(10) > 0) commands.add(shop.reserve(id, lines));
    for (int more = random.nextInt(5); more > 0; more--)
      commands.add(
          switch (random.nextInt(4)) {
            case 0 -> shop.reserve(id, lines);
            case 1 -> shop.release(id);
            default -> shop.confirm(id);
          });
    return commands;
  }

  private static StockLine[] lines(Random random) {
    return IntStream.rangeClosed(0, random.nextInt(3))
        .mapToObj(n -> Warehouse.line(any(random), 1 + random.nextInt(4)))
        .toArray(StockLine[]::new);
  }

  private static String any(Random random) {
    return ARTICLES.get(random.nextInt(ARTICLES.size()));
  }
}

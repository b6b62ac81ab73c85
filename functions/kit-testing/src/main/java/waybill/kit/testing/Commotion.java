package waybill.kit.testing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import waybill.contracts.Message;

/**
 * Delivers the commands of many sagas as a bad day would: each once or several times, in any order,
 * over a table in a storm. Afterwards the weather is fair, and the queue brings everything again
 * that nobody has acknowledged. The seed alone says what happens.
 */
public final class Commotion {
  private static final int COPIES_MAX = 3;
  private static final int ROUNDS_MAX = 20;

  private final Participant participant;
  private final Random random;
  private final List<Message> all;
  private final List<Message> deliveries = new ArrayList<>();

  public Commotion(Participant participant, List<Message> commands, Random random) {
    this.participant = participant;
    this.random = random;
    this.all = List.copyOf(commands);
    for (Message command : commands)
      deliveries.addAll(Collections.nCopies(1 + random.nextInt(COPIES_MAX), command));
    Collections.shuffle(deliveries, random);
  }

  /**
   * @param afterEach is told after every delivery, whatever became of it
   */
  public void passes(Runnable afterEach) {
    for (Message delivery : deliveries) {
      stormy(delivery);
      afterEach.run();
    }
    for (Message command : all) {
      participant.hears(command);
      afterEach.run();
    }
    for (int round = 0; round < ROUNDS_MAX && participant.items("parked") > 0; round++)
      participant.laterTriesAgain();
    afterEach.run();
  }

  private void stormy(Message delivery) {
    var storm = new StormyTable(participant.table, random, this::somebodyElse);
    try {
      participant.hears(storm, delivery);
    } catch (StormyTable.Ended e) {
      // The queue brings it again.
    }
  }

  private void somebodyElse() {
    participant.hears(all.get(random.nextInt(all.size())));
  }
}

package waybill.kit.testing;

import java.util.List;
import waybill.kit.outbox.Queue;

class MemoryQueueTest implements QueueContract {
  private final MemoryQueue queue = new MemoryQueue();

  @Override
  public Queue queue() {
    return queue;
  }

  @Override
  public List<String> received() {
    return queue.take();
  }
}

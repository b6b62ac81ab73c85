package waybill.endtoend;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.SelectMethod;
import org.junit.platform.suite.api.Suite;
import waybill.foreign.ForeignEmulators;
import waybill.local.OnATarget;

/**
 * A part of the suite once more, with tables and queues in other processes. All of it runs on
 * whatever {@code -Dwaybill.target=URL} says.
 */
@Suite
@SelectClasses({LifeOfAMessageTest.class, PublishTest.class})
@SelectMethod(type = PlaceOrderTest.class, name = "whoHasTheMoney_getsTheGoods")
@SelectMethod(
    type = SubscriptionsTest.class,
    name = "row14_aQueueOfItsOwn_isFilled_andOneThatIsNotThereIsRefused")
class ForeignEmulatorsTest {
  private static @Nullable ForeignEmulators emulators;

  @BeforeSuite
  static void elsewhere() {
    emulators = ForeignEmulators.inMemory();
    System.setProperty(OnATarget.PROPERTY, emulators.uri().toString());
  }

  @AfterSuite
  static void hereAgain() {
    System.clearProperty(OnATarget.PROPERTY);
    requireNonNull(emulators).close();
  }
}

package waybill.endtoend;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import waybill.foreign.ForeignEmulators;
import waybill.local.OnATarget;

/**
 * A part of the suite once more, with tables and queues in other processes. All of it runs on
 * whatever {@code -Dwaybill.target=URL} says.
 */
@Suite
@SelectClasses({
  LifeOfAMessageTest.class,
  PlaceOrderTest.class,
  PublishTest.class,
  SubscriptionsTest.class
})
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

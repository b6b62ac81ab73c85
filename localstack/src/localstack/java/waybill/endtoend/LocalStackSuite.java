package waybill.endtoend;

import static java.util.Objects.requireNonNull;

import cloud.localstack.ServiceName;
import org.jspecify.annotations.Nullable;
import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.BeforeSuite;
import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import waybill.local.OnATarget;

/** All tests of the whole system, with tables, queues and blobs in a LocalStack of their own. */
@Suite
@SelectPackages("waybill.endtoend")
@ExcludeClassNamePatterns(".*\\.Foreign[A-Za-z]*Test")
class LocalStackSuite {
  /** The last image that asks for no token. */
  private static final DockerImageName IMAGE =
      DockerImageName.parse("localstack/localstack:4.14.0");

  private static @Nullable LocalStackContainer container;

  /** To whom it is told, nothing of our code is of interest. */
  @SuppressWarnings("serial")
  private static final class NoDocker extends RuntimeException {
    NoDocker() {
      super("-Plocalstack needs a Docker engine, and none answers on this machine", null, false, false);
    }
  }

  @BeforeSuite
  static void inAContainer() {
    if (!DockerClientFactory.instance().isDockerAvailable()) throw new NoDocker();
    container =
        new LocalStackContainer(IMAGE)
            .withServices(
                ServiceName.SQS, ServiceName.DYNAMO, ServiceName.DYNAMO_STREAMS, ServiceName.S3);
    container.start();
    System.setProperty(OnATarget.PROPERTY, requireNonNull(container).getEndpoint().toString());
  }

  @AfterSuite
  static void gone() {
    System.clearProperty(OnATarget.PROPERTY);
    if (container != null) container.stop();
  }
}

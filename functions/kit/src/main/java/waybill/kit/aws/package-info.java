/** The only place that knows the AWS SDK. */
@NullMarked
package waybill.kit.aws;

import org.jspecify.annotations.NullMarked;

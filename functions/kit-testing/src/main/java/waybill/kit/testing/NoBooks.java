package waybill.kit.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Tests of a fault in which no message moves: there is nothing to count. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface NoBooks {
  /** What is tested instead. */
  String value();
}

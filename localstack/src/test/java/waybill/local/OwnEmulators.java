package waybill.local;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is tested here, only this machine's own emulators let a test do; with the reason. */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OwnEmulators.LeftOut.class)
public @interface OwnEmulators {
  String value();

  /** Leaves it out where somebody asked for a target, and says so. */
  final class LeftOut implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      var target = OnATarget.uri();
      var own = context.getElement().map(element -> element.getAnnotation(OwnEmulators.class));
      if (target == null || own.isEmpty()) return ConditionEvaluationResult.enabled("no target");
      var what = context.getRequiredTestClass().getSimpleName();
      var method = context.getTestMethod().map(found -> "." + found.getName()).orElse("");
      var line = "left out on %s: %s%s: %s".formatted(target, what, method, own.get().value());
      System.out.println(line);
      return ConditionEvaluationResult.disabled(line);
    }
  }
}

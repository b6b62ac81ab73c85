package waybill.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import waybill.local.template.FunctionSpec;

/** Code and template agree on who is called, and in which environment. */
class HandlersTest {
  /** What a function may do without; the template gives it or not. */
  private static final Set<String> OPTIONAL =
      Set.of("LOG_LEVEL", "METRICS", "QUOTA_PER_MINUTE", "RESEND_AFTER_SECONDS", "WEBHOOK_ALLOW");

  private static final Pattern READ =
      Pattern.compile("\\b(?:get|find|queue)\\(\\s*\"([A-Z][A-Z0-9_]+)\"");

  static Stream<String> functions() {
    return TheTemplate.functions();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aHandler_isAPublicClassOfItsArchive_thatLambdaCanMake(String id) throws Exception {
    Class<?> handler = Handlers.type(function(id));

    assertThat(handler).as(id).isPublic().isFinal();
    assertThat(RequestStreamHandler.class).isAssignableFrom(handler);
    assertThat(handler.getProtectionDomain().getCodeSource().getLocation().getPath())
        .endsWith(function(id).codeUri());
    assertThat(handler.getConstructor().getModifiers()).matches(Modifier::isPublic);
    assertThat(handler.getConstructor(Map.class).getModifiers()).matches(Modifier::isPublic);
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunction_startsWithWhatTheTemplateGivesIt(String id) {
    starts(id, Handlers.environment(function(id)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunction_startsWithTheKeysThatSnapStartGives(String id) {
    Map<String, String> environment = Handlers.environment(function(id));
    environment.keySet().removeAll(Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://localhost:1");

    starts(id, environment);
  }

  static Stream<String[]> needs() {
    return TheTemplate.STACK.functions().stream()
        .flatMap(
            function ->
                function.environment().keySet().stream()
                    .filter(variable -> !OPTIONAL.contains(variable))
                    .filter(variable -> !isOfNoUse(function, variable))
                    .map(variable -> new String[] {function.id(), variable}));
  }

  /** Every function is given it; the door keeps nothing. */
  private static boolean isOfNoUse(FunctionSpec function, String variable) {
    return TheTemplate.isAtTheDoor(function.id()) && variable.equals("BLOBS");
  }

  @ParameterizedTest(name = "{0} without {1}")
  @MethodSource("needs")
  void aFunction_thatMissesAVariable_doesNotStartAndNamesIt(String id, String variable) {
    Map<String, String> environment = new HashMap<>(Handlers.environment(function(id)));
    environment.remove(variable);

    assertThatThrownBy(() -> Handlers.start(function(id), environment))
        .as(id)
        .hasMessage("the environment variable " + variable + " is not set");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunction_startsWithoutTheOptionalVariables(String id) {
    Map<String, String> environment = Handlers.environment(function(id));
    environment.keySet().removeAll(OPTIONAL);

    starts(id, environment);
  }

  @Test
  void everyVariableOfTheTemplate_isReadBySomeCode() {
    assertThat(readByCode()).containsAll(inTheTemplate());
  }

  @Test
  void everyVariableThatCodeReads_isGivenByTheTemplateOrLambda_orOptional() {
    Set<String> unknown = readByCode();
    unknown.removeAll(inTheTemplate());
    unknown.removeAll(OPTIONAL);
    unknown.removeIf(name -> name.startsWith("AWS_"));

    assertThat(unknown).isEmpty();
  }

  private static Set<String> inTheTemplate() {
    return TheTemplate.STACK.functions().stream()
        .flatMap(function -> function.environment().keySet().stream())
        .collect(Collectors.toSet());
  }

  private static Set<String> readByCode() {
    return READ.matcher(Repository.deployedCode())
        .results()
        .map(read -> read.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void starts(String id, Map<String, String> environment) {
    assertThatCode(() -> Handlers.start(function(id), environment))
        .as(id)
        .doesNotThrowAnyException();
  }

  private static FunctionSpec function(String id) {
    return TheTemplate.STACK.function(id);
  }
}

package waybill.repository;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom in what is deployed; only what Maven's modules cannot say. */
class ArchitectureTest {
  private static final String SDK = "software.amazon..";
  private static final String LAMBDA = "com.amazonaws..";
  private static final String EXCHANGE = "waybill.exchange";
  private static final String[] SERVICES =
      members().filter(member -> !member.startsWith(EXCHANGE)).toArray(String[]::new);
  private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(compiled());

  private static final DescribedPredicate<JavaClass> ENTRIES =
      describe("entry classes", type -> type.getSimpleName().endsWith("Function"));

  private static List<Path> compiled() {
    return Repository.modules().stream()
        .filter(module -> !Set.of("localstack", "bench", "functions/kit-testing").contains(module))
        .map(module -> Repository.file(module).resolve("target/classes"))
        .toList();
  }

  @Test
  void everyModule_isLookedAt() {
    assertThat(compiled()).hasSizeGreaterThan(4).allMatch(Files::isDirectory);
    for (Path module : compiled())
      assertThat(new ClassFileImporter().importPath(module)).isNotEmpty();
  }

  @Test
  void onlyTheKitsAwsPackage_knowsTheSdk() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("waybill.kit.aws")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SDK));
  }

  /** The exchange's router and worker are entries of their own: they do what no service does. */
  @Test
  void onlyEntries_knowLambda() {
    check(
        noClasses()
            .that(DescribedPredicate.not(ENTRIES))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(LAMBDA));
  }

  @Test
  void aService_knowsLambdaOnlyByExtendingTheKitsEntries() {
    check(
        classes()
            .that()
            .resideInAnyPackage(SERVICES)
            .and(ENTRIES)
            .should()
            .beAssignableTo("waybill.kit.http.HttpFunction")
            .orShould()
            .beAssignableTo("waybill.kit.worker.WorkerFunction")
            .orShould()
            .beAssignableTo("waybill.kit.pool.SignUpFunction")
            .orShould()
            .beAssignableTo("waybill.kit.door.AuthorizerFunction"));
  }

  /** What a folder beside the kit holds: the exchange, and each service. */
  static Stream<String> members() {
    return Repository.modules().stream()
        .filter(module -> module.startsWith("functions/"))
        .filter(module -> !module.startsWith("functions/kit"))
        .map(module -> module.replace("functions/", "waybill.") + "..");
  }

  @ParameterizedTest
  @MethodSource("members")
  void aMember_knowsNoOther_norAws(String member) {
    Stream<String> others = members().filter(other -> !other.equals(member));
    boolean itself = member.startsWith(EXCHANGE);
    check(
        noClasses()
            .that()
            .resideInAPackage(member)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                Stream.concat(others, itself ? Stream.of() : Stream.of("waybill.kit.aws.."))
                    .toArray(String[]::new)));
  }

  @Test
  void theKit_knowsNoMember() {
    check(
        noClasses()
            .that()
            .resideInAPackage("waybill.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(members().toArray(String[]::new)));
  }

  @ParameterizedTest(name = "{0} does not know {1}")
  @CsvSource({
    "waybill.contracts.., waybill.kit..",
    "waybill.contracts.., java.net.http..",
    "waybill.contracts.., com.sun.net..",
    "waybill.contracts.., com.amazonaws..",
    "waybill.kit.commit.., waybill.kit.http..",
    "waybill.kit.commit.., waybill.kit.aws.."
  })
  void aPackage_doesNotKnow(String from, String to) {
    check(
        noClasses()
            .that()
            .resideInAPackage(from)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(to));
  }

  /** What lies in packages of its own is public for the sake of the service itself. */
  @Test
  void aServiceOrTheExchange_exportsItsEntriesOnly() {
    String[] roots = members().map(member -> member.replace("..", "")).toArray(String[]::new);
    check(
        classes()
            .that()
            .resideInAnyPackage(roots)
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Function"));
  }

  @Test
  void timeAndChance_comeThroughTheDoor() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("waybill.kit.aws")
            .and()
            .doNotHaveFullyQualifiedName("waybill.kit.Ids")
            .should(callMethodWhere(describe("time or chance is drawn", ArchitectureTest::draws))));
  }

  private static boolean draws(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    String name = call.getName();
    return (owner.startsWith("java.time.") && name.equals("now"))
        || (owner.equals("java.time.Clock") && name.startsWith("system"))
        || (owner.equals("java.lang.System") && name.matches("currentTimeMillis|nanoTime"))
        || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
        || (owner.equals("java.lang.Math") && name.equals("random"));
  }

  @Test
  void onlyTheConstructorThatLambdaCalls_readsTheEnvironment() {
    assertThat(CLASSES)
        .flatExtracting(JavaClass::getMethodCallsFromSelf)
        .filteredOn(call -> call.getTargetOwner().isEquivalentTo(System.class))
        .filteredOn(call -> call.getName().matches("getenv|getProperty"))
        .isNotEmpty()
        .extracting(call -> call.getOrigin().getFullName())
        .allMatch(origin -> origin.endsWith("Function.<init>()"));
  }

  @Test
  void onlyTheComposition_knowsTheStandardOutput() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("waybill.kit.aws.Aws")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void aName_saysWhatItIs() {
    check(
        noClasses()
            .should()
            .haveNameMatching(".*(Impl|Utils?|Manager|Helpers?|Base|Abstract[A-Z]\\w*)(\\$.*)?"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "waybill.(*)..",
        "waybill.kit.(*)..",
        "waybill.contracts.(*)..",
        "waybill.exchange.(*).."
      })
  void packages_makeNoCycles(String packages) {
    check(slices().matching(packages).should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}

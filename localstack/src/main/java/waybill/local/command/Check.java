package waybill.local.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import waybill.contracts.Json;
import waybill.local.check.Findings;

/** Judges the contract files of a branch. */
@Command(
    name = "check",
    description = {
      "Judges the contract files of a folder against a catalog: what is released must be"
          + " unchanged, a new version must keep the compatibility of its contract, and examples"
          + " must be what they are named. A saga must be able to work.",
      "Exit code 0: all is fine, 1: something breaks, is unknown, changed or refused, 2: nothing"
          + " could be checked."
    },
    mixinStandardHelpOptions = true,
    exitCodeOnExecutionException = 2)
final class Check implements Callable<Integer> {
  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "contracts/catalog",
      description = "<owner>.<name>/contract.json and v1/, v2/ …; default: ${DEFAULT-VALUE}")
  private Path folder = Path.of("contracts", "catalog");

  @Option(
      names = "--against",
      paramLabel = "URL|DIR",
      description = "a running Waybill or another such folder; default: the built-in catalog")
  private @Nullable String against;

  @Option(
      names = "--token",
      defaultValue = "${env:WAYBILL_TOKEN}",
      description = "for the running Waybill; default: the variable WAYBILL_TOKEN")
  private @Nullable String token;

  @Option(names = "--json", description = "prints one JSON document")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var findings =
        against == null
            ? Findings.againstBuiltIn(folder)
            : Findings.against(folder, against, token);
    if (json) out.println(Json.write(findings.json()));
    else findings.print(out);
    return findings.areFine() ? 0 : 1;
  }
}

package dev.callboard.cli;

import java.util.List;

import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;

@picocli.CommandLine.Command(name = "check", description = "Examine every invariant over Postgres and Redis.")
final class Check implements Command {

    @Override
    public Answer run(Session session) {
        CheckReport report = session.shop().check();
        Document answer = new Document().with("ok", report.ok()).with("checks",
                report.checks().stream()
                        .map(check -> new Document().with("name", check.name())
                                .with("violations", check.violations()).with("examples", check.examples()))
                        .toList());
        return report.ok() ? Answer.of(answer) : Answer.refused(answer, complaint(report));
    }

    private static String complaint(CheckReport report) {
        List<String> broken = report.checks().stream().filter(check -> !check.holds()).map(CheckResult::name).toList();
        return (broken.size() == 1 ? "This must hold and does not: " : "These must hold and do not: ")
                + String.join(", ", broken) + ".";
    }
}

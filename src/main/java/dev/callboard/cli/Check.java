package dev.callboard.cli;

import dev.callboard.check.CheckReport;

@picocli.CommandLine.Command(name = "check", description = "Examine every invariant over Postgres and Redis.")
final class Check implements Command {

    @Override
    public Answer run(Session session) {
        CheckReport report = session.shop().check();
        return new Answer(
                new Document().with("ok", report.ok()).with("checks",
                        report.checks().stream()
                                .map(check -> new Document().with("name", check.name())
                                        .with("violations", check.violations()).with("examples", check.examples()))
                                .toList()),
                report.ok() ? ExitCode.DONE : ExitCode.REFUSED);
    }
}

package dev.callboard.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

import org.slf4j.LoggerFactory;

import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.settings.Nearest;
import dev.callboard.settings.SettingRejected;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line to its exit code: answers on one stream, complaints of one readable line on the other. */
public final class CommandLineProgram {
    private final ShopOpener opener;
    private final Map<String, String> environment;
    private final PrintStream answers;
    private final PrintStream complaints;

    /** @param environment variables of the process */
    public CommandLineProgram(ShopOpener opener, Map<String, String> environment, PrintStream answers,
            PrintStream complaints) {
        this.opener = opener;
        this.environment = environment;
        this.answers = answers;
        this.complaints = complaints;
    }

    /** @return the exit code */
    public int run(String... arguments) {
        GlobalOptions options = new GlobalOptions();
        try {
            ParseResult parsed = CommandTree.of(options, List.of(arguments)).parseArgs(arguments);
            CommandLine chosen = chosen(parsed);
            if (chosen.isUsageHelpRequested()) {
                chosen.usage(answers);
                return ExitCode.DONE;
            }
            if (!(chosen.getCommand() instanceof Command command)) {
                throw new ParameterException(chosen, "A command is missing after '" + chosen.getCommandSpec()
                        .qualifiedName() + "'; --help shows them.");
            }
            return run(command, options);
        } catch (ParameterException malformed) {
            complain(said(malformed));
            return ExitCode.MALFORMED;
        }
    }

    /** Where a command was expected and another word stands, that word is what is wrong, not its place. */
    private static String said(ParameterException malformed) {
        CommandLine at = malformed.getCommandLine();
        if (!(malformed instanceof UnmatchedArgumentException unmatched) || at.getSubcommands().isEmpty()
                || unmatched.getUnmatched().getFirst().startsWith("-")) {
            return malformed.getMessage();
        }
        String word = unmatched.getUnmatched().getFirst();
        return "There is no command '" + Refusal.shortened(word) + "'"
                + Nearest.to(word, CommandTree.namesBelow(at)).map(near -> "; did you mean '" + near + "'?")
                        .orElse("; --help shows them all.");
    }

    private static CommandLine chosen(ParseResult parsed) {
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        return deepest.commandSpec().commandLine();
    }

    private int run(Command command, GlobalOptions options) {
        try (Session session = new Session(options, options.choice(environment), opener, complaints)) {
            Answer answer = command.run(session);
            answers.print(options.isJson() ? Json.of(answer.document()) + "\n" : PlainText.of(answer.document()));
            answers.flush();
            if (answer.complaint() != null) {
                complain(answer.complaint());
            }
            return answer.exitCode();
        } catch (SettingRejected | MalformedCommand malformed) {
            complain(malformed.getMessage());
            return ExitCode.MALFORMED;
        } catch (Refusal refusal) {
            return failed(options, ExitCode.REFUSED, refusal.code(), refusal);
        } catch (Unavailable unavailable) {
            return failed(options, ExitCode.UNAVAILABLE, "unavailable", unavailable);
        } catch (NotPermitted forbidden) {
            return failed(options, ExitCode.NOT_PERMITTED, "not_permitted", forbidden);
        } catch (RuntimeException fault) {
            return failed(options, ExitCode.FAULT, "fault", new IllegalStateException(
                    "Callboard itself failed (--verbose shows where): " + fault, fault));
        }
    }

    private int failed(GlobalOptions options, int exitCode, String code, RuntimeException failure) {
        String line = oneLine(failure.getMessage());
        if (options.isJson()) {
            answers.println(Json.of(new Document().with("error", new Document().with("code", code).with("message",
                    line))));
        }
        complain(line);
        if (options.isVerbose() && failure.getCause() != null) {
            LoggerFactory.getLogger(CommandLineProgram.class).warn(code, failure);
        }
        return exitCode;
    }

    private void complain(String message) {
        complaints.println("callboard: " + oneLine(message));
    }

    /** Arguments may be very long, and messages quote them. */
    private static String oneLine(String message) {
        String line = String.valueOf(message).replaceAll("\\s+", " ").strip();
        return line.length() <= 300 ? line : line.substring(0, 200) + "… " + line.substring(line.length() - 80);
    }
}

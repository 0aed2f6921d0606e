package dev.callboard.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.slf4j.LoggerFactory;

import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.settings.SettingRejected;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line to its exit code: answers on one stream, complaints of one readable line on the other. */
public final class CommandLineProgram {
    private final ShopOpener opener;
    private final Map<String, String> environment;
    private final PrintStream answers;
    private final PrintStream complaints;
    private final BooleanSupplier terminal;

    /**
     * @param environment variables of the process
     * @param terminal true where a person reads the answers on a terminal as they come
     */
    public CommandLineProgram(ShopOpener opener, Map<String, String> environment, PrintStream answers,
            PrintStream complaints, BooleanSupplier terminal) {
        this.opener = opener;
        this.environment = environment;
        this.answers = answers;
        this.complaints = complaints;
        this.terminal = terminal;
    }

    /** @return the exit code */
    public int run(String... typed) {
        GlobalOptions options = new GlobalOptions();
        String[] arguments = asOption(typed);
        try {
            ParseResult parsed = CommandTree.of(options, List.of(arguments)).parseArgs(arguments);
            CommandLine chosen = chosen(parsed);
            if (chosen.isUsageHelpRequested()) {
                chosen.usage(answers);
                return ExitCode.DONE;
            }
            if (options.isVersionAsked()) {
                answers.print(options.isJson() ? Json.of(new Document().with("version", Version.OF_THIS_BUILD)) + "\n"
                        : "callboard " + Version.OF_THIS_BUILD + "\n");
                return ExitCode.DONE;
            }
            if (!(chosen.getCommand() instanceof Command command)) {
                throw new ParameterException(chosen, chosen.getParent() == null
                        ? "A command is missing: 'callboard demo' opens a sample shop, 'callboard --help' shows them all."
                        : "A command is missing after '" + chosen.getCommandSpec().qualifiedName()
                                + "'; --help shows them.");
            }
            return run(command, options);
        } catch (ParameterException malformed) {
            complain(UsageMistake.said(malformed, List.of(arguments)));
            return ExitCode.MALFORMED;
        }
    }

    /** Many programs have help as a command, so it is asked for in that way too: 'help ticket join'. */
    private static String[] asOption(String... typed) {
        return typed.length > 0 && typed[0].equals("help")
                ? Stream.concat(Arrays.stream(typed).skip(1), Stream.of("--help")).toArray(String[]::new)
                : typed;
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
            answers.print(options.isJson() ? Json.of(answer.document()) + "\n"
                    : new PlainText(terminal.getAsBoolean()).of(answer.shown()));
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
        String line = TerminalText.oneLine(failure.getMessage());
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
        complaints.println("callboard: " + TerminalText.oneLine(message));
    }
}

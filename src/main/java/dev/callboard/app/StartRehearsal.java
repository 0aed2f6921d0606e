package dev.callboard.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.callboard.cli.CommandLineProgram;

/**
 * Runs the everyday commands once on a shop of its own, so that the Java machine can note which classes a start needs
 * and prepare them ahead of time. Part of packaging; a rehearsal that fails costs speed and nothing else.
 */
public final class StartRehearsal {
    private static final List<List<String>> COMMANDS = List.of(List.of("queue", "add", "A", "--name", "A"),
            List.of("ticket", "join", "A", "--json"), List.of("ticket", "next", "A", "--counter", "1"),
            List.of("ticket", "ls", "A"), List.of("ticket", "ls", "B"), List.of("queue", "ls", "--json"),
            List.of("product", "receive", "SKU", "9", "--json"), List.of("product", "ls"),
            List.of("order", "reserve", "--customer", "c", "--line", "SKU:2", "--json"), List.of("order", "ls"),
            List.of("order", "pay", "20001", "--json"), List.of("order", "show", "20001"),
            List.of("jobs", "queues", "--json"), List.of("jobs", "ls", "fulfill-order"),
            List.of("order", "cancel", "20001", "--reason", "rehearsal"), List.of("--help"), List.of("nonsense"));

    private StartRehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("callboard-rehearsal");
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        CommandLineProgram program = new CommandLineProgram(new Program(), Map.of(), nowhere, nowhere, () -> false);
        for (List<String> command : COMMANDS) {
            if (run(program, command, folder) > 2) {
                // no server starts here: the others would only wait for it in vain
                break;
            }
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static int run(CommandLineProgram program, List<String> command, Path folder) {
        return program
                .run(Stream.concat(command.stream(), Stream.of("--data", folder.toString())).toArray(String[]::new));
    }
}

package dev.callboard.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Small dealings with the operating system that both servers need. */
final class ServerProcess {
    private static final Duration PROGRAM_LIMIT = Duration.ofSeconds(90);

    private ServerProcess() {}

    /**
     * Runs a program to its end, its words going into a file: a server that it leaves behind must not hold a pipe of
     * ours open, or whoever reads our output would wait for ever.
     *
     * @throws IOException with the last line of what it said, when it failed
     */
    static void run(List<String> command, Path words) throws IOException {
        Process process = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null")
                .toFile())).redirectErrorStream(true).redirectOutput(words.toFile()).start();
        try {
            if (!process.waitFor(PROGRAM_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " did not end in " + PROGRAM_LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        if (process.exitValue() != 0) {
            throw new IOException(lastLine(words));
        }
    }

    /** The running process with this id, if its command line holds the text: ids are used again by strangers. */
    static Optional<ProcessHandle> find(long id, String text) {
        return ProcessHandle.of(id).filter(process -> {
            String[] arguments = process.info().arguments().orElse(new String[0]);
            return (process.info().command().orElse("") + " " + String.join(" ", arguments)).contains(text);
        });
    }

    /**
     * Looks at the condition every few milliseconds until it holds or the time is up.
     *
     * @return whether it came to hold
     */
    static boolean await(Duration limit, BooleanSupplier condition) throws IOException {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
        }
        return true;
    }

    /** Puts the log of the run before aside, over that of the run before it, so that logs cannot grow for ever. */
    static Path freshLog(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".before"), StandardCopyOption.REPLACE_EXISTING);
        }
        return log;
    }

    private static String lastLine(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank()).toList();
        return lines.isEmpty() ? "the program failed without a word" : lines.getLast().strip();
    }
}

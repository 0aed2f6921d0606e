package dev.callboard.faults;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.callboard.Callboard;

/** A process of the shop, begun as from the command line, that is killed and stopped and begun again. */
final class Party implements AutoCloseable {
    private static final Duration STARTING = Duration.ofSeconds(30);
    private static final int SERVER_AWAY = 3;
    private static final int KILLED = 137;

    private final List<String> command = new ArrayList<>();
    private final File log;
    private final List<String> deaths = new ArrayList<>();
    private Process process;
    private long startedAt;
    private boolean frozen;

    /** @param words of the command line */
    Party(String name, List<String> words, Path logs) {
        this.log = logs.resolve(name + ".log").toFile();
        command.addAll(List.of(ProcessHandle.current().info().command().orElseThrow(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx256m", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"),
                Callboard.class.getName()));
        command.addAll(words);
    }

    /** Begins it where it does not run. */
    synchronized void ensureRunning() {
        if (process != null && process.isAlive()) {
            return;
        }
        noteDeath();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOARD_"));
        try {
            process = builder.start();
            startedAt = System.nanoTime();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Nothing but a kill may end it, or a server that was away while it began. */
    private void noteDeath() {
        if (process == null || process.exitValue() == KILLED) {
            return;
        }
        boolean wasStarting = System.nanoTime() - startedAt < STARTING.toNanos();
        if (process.exitValue() != SERVER_AWAY || !wasStarting) {
            deaths.add(log.getName() + " ended by itself with " + process.exitValue());
        }
    }

    /** Ends that nobody caused. */
    synchronized List<String> deaths() {
        return List.copyOf(deaths);
    }

    synchronized void kill() throws InterruptedException {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
        frozen = false;
    }

    synchronized void freeze() {
        if (process != null && process.isAlive() && !frozen) {
            frozen = true;
            signal("-STOP");
        }
    }

    synchronized void thaw() {
        if (frozen) {
            frozen = false;
            signal("-CONT");
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            kill();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}

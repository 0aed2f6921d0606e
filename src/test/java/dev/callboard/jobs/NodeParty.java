package dev.callboard.jobs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

/** A process of real BullMQ, told what to do line by line. */
final class NodeParty implements AutoCloseable {
    private static final Path SOURCES = Path.of("src/test/node");
    private static final Path HOME = Path.of("target/node");
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "agent.mjs", "bench.mjs");

    private final Process process;
    private final BufferedReader answers;
    private final Writer requests;

    private NodeParty(Process process) {
        this.process = process;
        this.answers = process.inputReader();
        this.requests = process.outputWriter();
    }

    /** True where there is a Node to run; where not, it says so loudly, and fails where every test is to be run. */
    static boolean isNodeThere() {
        String why;
        try {
            int code = new ProcessBuilder("node", "--version").start().waitFor();
            if (code == 0) {
                return true;
            }
            why = "'node --version' ended with " + code;
        } catch (IOException missing) {
            why = "there is no 'node' on the path";
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            why = "interrupted";
        }
        if (System.getenv("CI") != null) {
            throw new IllegalStateException("The tests against real BullMQ cannot be run: " + why);
        }
        System.err.println("*** THE TESTS AGAINST REAL BULLMQ ARE SKIPPED: " + why + " ***");
        return false;
    }

    /** @param major 5 or 6 */
    static NodeParty bullmq(int major, int port) {
        return start("agent.mjs", String.valueOf(major), String.valueOf(port));
    }

    /** As {@link #bullmq}, on the cluster of which a server listens there. */
    static NodeParty onCluster(int major, int port, String prefix) {
        return start("agent.mjs", String.valueOf(major), String.valueOf(port), prefix);
    }

    static NodeParty start(String script, String... arguments) {
        try {
            install();
            List<String> command = new java.util.ArrayList<>(List.of("node", script));
            command.addAll(List.of(arguments));
            return new NodeParty(new ProcessBuilder(command).directory(HOME.toFile())
                    .redirectError(HOME.resolve("errors.log").toFile()).start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }

    /** Brings in the pinned packages, once for each version of the lock file. */
    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        Path installed = HOME.resolve("node_modules/.installed");
        String wanted = Files.readString(SOURCES.resolve("package-lock.json"));
        for (String file : FILES) {
            Files.copy(SOURCES.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(installed) && Files.readString(installed).equals(wanted)) {
            return;
        }
        Path log = HOME.resolve("install.log");
        Process npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")
                .directory(HOME.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        if (!npm.waitFor(120, TimeUnit.SECONDS) || npm.exitValue() != 0) {
            npm.destroyForcibly();
            throw new IllegalStateException("npm ci failed: " + Files.readString(log));
        }
        Files.writeString(installed, wanted);
    }

    /** Asks, and waits for the answer. */
    JsonNode ask(String what, Object... fields) {
        Map<String, Object> request = new HashMap<>(Map.of("what", what));
        for (int at = 0; at < fields.length; at += 2) {
            request.put((String) fields[at], fields[at + 1]);
        }
        try {
            requests.write(OptionsJson.JSON.writeValueAsString(request) + "\n");
            requests.flush();
            String line = answers.readLine();
            JsonNode answer = line == null ? null : OptionsJson.JSON.readTree(line);
            if (answer == null || answer.has("failure")) {
                throw new AssertionError(what + ": " + (answer == null ? "no answer" : answer.get("failure").asText()));
            }
            return answer.has("answer") ? answer.get("answer") : answer;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it as a crash would. */
    void kill9() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

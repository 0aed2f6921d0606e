package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.app.Program;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;

/** Runs command lines in this process as a shell would, against given servers. */
final class Shell {
    private final List<String> everywhere;

    private Shell(List<String> everywhere) {
        this.everywhere = everywhere;
    }

    /** @param redis null for commands that must do without */
    static Shell at(PostgresAddress postgres, RedisAddress redis) {
        List<String> options = new ArrayList<>(List.of("--pg", postgres.toUri().toString(), "--redis",
                redis == null ? "redis://127.0.0.1:1" : redis.nodes().getFirst()));
        return new Shell(options);
    }

    /** What a command line came to. */
    record Outcome(int exitCode, String out, String err) {

        /** The answer, which must be exactly one JSON document. */
        JsonNode json() {
            try {
                ObjectMapper reader = new ObjectMapper()
                        .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
                return reader.readTree(out);
            } catch (IOException notJson) {
                throw new UncheckedIOException(out, notJson);
            }
        }

        /** A refusal as the contract wants it: its code, its exit code, and one short readable line. */
        void isRefused(int wantedExit, String wantedCode) {
            assertThat(exitCode).as(out + err).isEqualTo(wantedExit);
            assertThat(json().at("/error/code").asText()).isEqualTo(wantedCode);
            assertThat(json().at("/error/message").asText()).isNotBlank().hasSizeLessThan(400);
            assertThat(err.lines()).hasSize(1).allSatisfy(line -> assertThat(line).hasSizeBetween(20, 400));
        }
    }

    /** Runs a command with {@code --json}. */
    Outcome run(String... words) {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--json");
        arguments.addAll(everywhere);
        return raw(arguments);
    }

    /** As {@link #run}; the command must succeed. @return its answer */
    JsonNode answer(String... words) {
        Outcome outcome = run(words);
        assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
        return outcome.json();
    }

    /** Runs exactly these words. */
    static Outcome raw(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new CommandLineProgram(new Program(), Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8),
                () -> false)
                .run(words.toArray(String[]::new));
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}

package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.jobs.JobQueue;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;

/** A command on very many jobs, as a process of its own that is told to stop in the middle. */
class StoppedCommandTest {
    private static final int COUNT = 400_000;

    @TempDir
    private Path folder;

    @Test
    void whatIsDoneIsSaidAndTheRestStays() throws IOException, InterruptedException {
        PostgresAddress postgres = TestServers.newDatabase();
        try (TestRedis server = TestServers.newRedis();
                RedisConnection redis = new RedisConnection(server.address())) {
            JobQueue queue = new JobQueue(redis, "bull", "paint");
            for (int from = 0; from < COUNT; from += 10_000) {
                redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, """
                        redis.call('HSETNX', KEYS[1] .. 'meta', 'opts.maxLenEvents', 10000)
                        for n = ARGV[1] + 1, ARGV[1] + 10000 do
                          redis.call('LPUSH', KEYS[1] .. 'wait', 'j' .. n)
                        end""", RScript.ReturnType.LONG, List.of("bull:paint:"), String.valueOf(from));
            }
            Path said = folder.resolve("said.txt");
            Process drain = started(said, "jobs", "drain", "paint", "--reason", "moved", "--json", "--pg",
                    postgres.toUri().toString(), "--redis", server.address().nodes().getFirst());
            await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(20))
                    .until(() -> queue.counts().waiting() < COUNT);
            // Process.destroy would also close the stream that the answer comes by
            drain.toHandle().destroy();
            JsonNode answer = new ObjectMapper()
                    .readTree(new String(drain.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            assertThat(drain.waitFor()).isZero();
            assertThat(answer.path("stopped").asBoolean()).isTrue();
            long removed = answer.path("removed").asLong();
            assertThat(queue.counts().waiting()).isEqualTo(COUNT - removed).isPositive();
            assertThat(Files.readString(said)).contains("stopped: " + String.format(java.util.Locale.ROOT, "%,d",
                    removed) + " of 400,000 jobs are done, the rest stays as it was.");
        }
    }

    @Test
    void aReadThatIsCutOffSaysSoInOneLine() throws IOException, InterruptedException {
        // stands for a Redis that is busy: it takes the call and says nothing
        try (ServerSocket silent = new ServerSocket(0)) {
            Path said = folder.resolve("said.txt");
            Process read = started(said, "jobs", "groups", "paint", "--json", "--pg",
                    TestServers.newDatabase().toUri().toString(), "--redis",
                    "redis://127.0.0.1:" + silent.getLocalPort());
            try (Socket asked = silent.accept()) {
                assertThat(asked.getInputStream().read()).isPositive();
                read.toHandle().destroy();
                assertThat(read.getInputStream().readAllBytes()).isEmpty();
                assertThat(read.waitFor()).as("128 and the number of the signal").isEqualTo(143);
            }
            assertThat(Files.readAllLines(said)).containsExactly("callboard: stopped before it was done.");
        }
    }

    private static Process started(Path said, String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "dev.callboard.Callboard"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectError(said.toFile()).start();
    }
}

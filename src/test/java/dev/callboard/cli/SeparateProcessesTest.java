package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.Callboard;

/** Commands as processes of their own, on the embedded servers of one folder. */
class SeparateProcessesTest {
    private static final int AT_ONCE = 10;

    @TempDir
    Path folder;

    @Test
    @Tag("T03")
    void joinsAtOnceGetNumbersWithoutGapOrRepeat() throws Exception {
        ended(start("queue", "add", "A", "--name", "Advice"));
        List<Process> joins = new ArrayList<>();
        for (int join = 0; join < AT_ONCE; join++) {
            joins.add(start("ticket", "join", "A"));
        }
        List<Integer> numbers = new ArrayList<>();
        for (Process join : joins) {
            numbers.add(new ObjectMapper().readTree(ended(join)).get("number").asInt());
        }
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, AT_ONCE).boxed().toList());
        assertThat(isPostgresLeft()).isFalse();
    }

    @Test
    @Tag("F09")
    void aWorkerThatIsToldToStopLeavesTheFolderClean() throws Exception {
        Process worker = start("worker");
        Awaitility.await().atMost(60, TimeUnit.SECONDS)
                .until(() -> Files.exists(folder.resolve("redis/redis.pid")) && isPostgresLeft());
        assertThat(new ObjectMapper().readTree(ended(start("jobs", "queues"))).isArray()).isTrue();
        // Process.destroy would also close the stream that the answer comes by
        worker.toHandle().destroy();
        assertThat(worker.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(worker.exitValue()).isZero();
        assertThat(new ObjectMapper().readTree(worker.getInputStream()).get("processed").asInt()).isZero();
        assertThat(isPostgresLeft()).isFalse();
        assertThat(Files.exists(folder.resolve("redis/redis.pid"))).isFalse();
    }

    @Test
    void verboseShowsWhereAFaultArose() throws Exception {
        Process check = start("check", "--pg", "postgres://127.0.0.1:1/shop", "--verbose");
        assertThat(check.waitFor()).isEqualTo(3);
        try (Stream<Path> said = Files.list(folder)) {
            assertThat(said.filter(file -> file.getFileName().toString().startsWith("said")))
                    .singleElement().satisfies(file -> assertThat(file).content().contains("\tat dev.callboard."));
        }
    }

    @Test
    void picturesOfMeantTroubleAreTakenWithoutAWarning() throws Exception {
        Path out = folder.resolve("pictures");
        Process shots = start("shots", "--theme", "light", "--out", out.toString());
        assertThat(new ObjectMapper().readTree(ended(shots)).get("files")).isNotEmpty().allSatisfy(
                file -> assertThat(Path.of(file.asText())).isNotEmptyFile());
        try (Stream<Path> said = Files.list(folder)) {
            assertThat(said.filter(file -> file.getFileName().toString().startsWith("said")))
                    .singleElement().satisfies(file -> assertThat(file).content().isEmpty());
        }
    }

    @Test
    void picturesThatAreBrokenOffLeaveNoServerAndNoFolder() throws Exception {
        Process shots = start("shots", "--out", folder.resolve("pictures").toString());
        Awaitility.await().atMost(60, TimeUnit.SECONDS)
                .until(() -> shopsOfPictures().stream()
                        .anyMatch(shop -> Files.exists(shop.resolve("redis/redis.pid"))));
        long postgres = Long.parseLong(
                Files.readAllLines(shopsOfPictures().getFirst().resolve("postgres/postmaster.pid")).getFirst());
        shots.toHandle().destroy();
        assertThat(shots.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shopsOfPictures()).isEmpty();
        // an ended process is there until the machine has noted its end
        Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> ProcessHandle.of(postgres).isEmpty());
    }

    private List<Path> shopsOfPictures() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("callboard-shots")).toList();
        }
    }

    private boolean isPostgresLeft() {
        return Files.exists(folder.resolve("postgres/postmaster.pid"));
    }

    private Process start(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-Djava.io.tmpdir=" + folder, "-cp",
                System.getProperty("java.class.path"),
                Callboard.class.getName()));
        command.addAll(List.of(words));
        command.addAll(List.of("--json", "--data", folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(Files.createTempFile(folder, "said", ".txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CALLBOARD_"));
        return builder.start();
    }

    /** @return its answer */
    private static String ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }
}

package dev.callboard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callboard.TestServers;
import dev.callboard.postgres.Database;
import dev.callboard.redis.RedisConnection;

class EmbeddedServersTest {
    private static final Path PROGRAMS = TestServers.programFolder();

    @TempDir
    Path folder;

    @Test
    void dataSurvivesARestart() throws IOException {
        try (EmbeddedServers servers = use()) {
            write(servers, "kept");
        }
        assertThat(serversOfTheFolder()).isZero();
        try (EmbeddedServers servers = use()) {
            assertThat(read(servers)).isEqualTo("kept kept");
        }
    }

    @Test
    void theLastOfSeveralProcessesStopsTheServers() throws Exception {
        try (EmbeddedServers servers = use(); FolderUser other = FolderUser.begin(folder, PROGRAMS)) {
            assertThat(other.addresses()).isEqualTo(addresses(servers));
            servers.close();
            assertThat(serversOfTheFolder()).isEqualTo(2);
        }
        assertThat(serversOfTheFolder()).isZero();
    }

    @Test
    void twoFirstStartsAtOnceEndWithTheSameServers() throws Exception {
        try (FolderUser one = FolderUser.begin(folder, PROGRAMS); FolderUser two = FolderUser.begin(folder, PROGRAMS)) {
            assertThat(one.addresses()).isNotNull().isEqualTo(two.addresses());
            assertThat(serversOfTheFolder()).isEqualTo(2);
        }
        assertThat(serversOfTheFolder()).isZero();
    }

    @Test
    void theServersOfAKilledProcessAreUsedOnAndThenStopped() throws Exception {
        FolderUser killed = FolderUser.begin(folder, PROGRAMS);
        String addresses = killed.addresses();
        killed.kill9();
        try (EmbeddedServers servers = use()) {
            assertThat(addresses(servers)).isEqualTo(addresses);
        }
        assertThat(serversOfTheFolder()).isZero();
    }

    @Test
    void killedServersComeBackWithTheirData() throws IOException {
        try (EmbeddedServers servers = use()) {
            write(servers, "kept");
            killServers();
        }
        try (EmbeddedServers servers = use()) {
            assertThat(read(servers)).isEqualTo("kept kept");
        }
    }

    @Test
    void aStalePidFileThatNamesAStrangerIsNoHindrance() throws IOException {
        try (EmbeddedServers servers = use()) {
            write(servers, "kept");
        }
        long stranger = ProcessHandle.current().pid();
        Files.writeString(folder.resolve("postgres/postmaster.pid"),
                stranger + "\n" + folder.resolve("postgres") + "\n1\n1\n\n127.0.0.1\n 1 1\nready   \n");
        Files.writeString(folder.resolve("redis/redis.pid"), stranger + "\n");
        try (EmbeddedServers servers = use()) {
            assertThat(read(servers)).isEqualTo("kept kept");
        }
    }

    @Test
    void aHalfMadeClusterIsMadeAnew() throws IOException {
        Files.createDirectories(folder.resolve("postgres-unfinished/base"));
        Files.writeString(folder.resolve("postgres-unfinished/PG_VERSION"), "18\n");
        try (EmbeddedServers servers = use()) {
            write(servers, "made");
            assertThat(read(servers)).isEqualTo("made made");
        }
    }

    @Test
    void aClusterWhoseSchemaWasNotFinishedIsFinished() throws IOException {
        try (EmbeddedServers servers = use()) {
            write(servers, "kept");
        }
        Files.delete(folder.resolve("postgres/callboard-schema"));
        try (EmbeddedServers servers = use()) {
            assertThat(read(servers)).isEqualTo("kept kept");
        }
    }

    @Test
    void aPortThatAStrangerTookIsGivenUp() throws IOException {
        int postgres;
        int redis;
        try (EmbeddedServers servers = use()) {
            write(servers, "kept");
            ServerSecrets secrets = ServerSecrets.of(folder);
            postgres = secrets.port("postgres");
            redis = secrets.port("redis");
        }
        try (ServerSocket one = new ServerSocket(postgres, 1, InetAddress.getLoopbackAddress());
                ServerSocket two = new ServerSocket(redis, 1, InetAddress.getLoopbackAddress());
                EmbeddedServers servers = use()) {
            assertThat(one.isBound() && two.isBound()).isTrue();
            assertThat(read(servers)).isEqualTo("kept kept");
        }
    }

    @Test
    void secretsAreForTheOwnerOfTheFolderAlone() throws IOException {
        try (EmbeddedServers servers = use()) {
            write(servers, "x");
            String password = servers.console().password();
            assertThat(
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("servers.properties"))))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("redis/users.acl"))))
                    .isEqualTo("rw-------");
            assertThat(ProcessHandle.allProcesses().map(EmbeddedServersTest::commandLine)
                    .filter(line -> line.contains(password))).isEmpty();
        }
    }

    private EmbeddedServers use() {
        return EmbeddedServers.use(folder, PROGRAMS);
    }

    private static String addresses(EmbeddedServers servers) {
        return servers.console().shown() + " " + servers.redis().shown();
    }

    private static void write(EmbeddedServers servers, String value) {
        try (Database database = Database.open(servers.owner(), 1);
                RedisConnection redis = new RedisConnection(servers.redis())) {
            database.transaction(tx -> tx.handle().execute("create table if not exists memory as select ? as word",
                    value));
            redis.client().getBucket("memory").set(value);
        }
    }

    private static String read(EmbeddedServers servers) {
        try (Database database = Database.open(servers.owner(), 1);
                RedisConnection redis = new RedisConnection(servers.redisForDuties())) {
            String row = database.transaction(
                    tx -> tx.handle().createQuery("select word from memory").mapTo(String.class).one());
            return row + " " + redis.client().getBucket("memory").get();
        }
    }

    private long serversOfTheFolder() throws IOException {
        return servers().count();
    }

    private void killServers() throws IOException {
        servers().toList().forEach(ProcessHandle::destroyForcibly);
        ServerProcess.await(java.time.Duration.ofSeconds(10), () -> servers().findAny().isEmpty());
    }

    /** The postmaster by its command line, the Redis by the folder that it works in. */
    private Stream<ProcessHandle> servers() {
        String cluster = folder.resolve("postgres").toString();
        Path redis = folder.resolve("redis");
        return ProcessHandle.allProcesses().filter(process -> {
            String line = commandLine(process);
            return line.contains("bin/postgres") && line.contains(cluster)
                    || line.contains("redis-server") && PostgresServer.workingFolder(process).equals(redis);
        });
    }

    private static String commandLine(ProcessHandle process) {
        return process.info().command().orElse("") + " "
                + String.join(" ", process.info().arguments().orElse(new String[0]));
    }
}

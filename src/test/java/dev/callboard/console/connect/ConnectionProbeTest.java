package dev.callboard.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.parts.Texts;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.postgres.TlsPostgres;
import dev.callboard.redis.RedisAddress;
import dev.callboard.redis.RedisTalk;

/** A test of real servers tells which part fails, and why. */
class ConnectionProbeTest {
    private final Texts texts = new Texts(Locale.UK);
    private final ConnectionProbe probe = new ConnectionProbe();

    @Test
    void aShopThatWorksSaysItsVersionAndRole() {
        PostgresAddress staff = TestServers.addressFor(TestServers.newDatabase(), "callboard_staff");
        Finding finding = probe.postgres(staff);
        assertThat(finding.good()).isTrue();
        assertThat(finding.headline().words(texts)).startsWith("connected, ");
        assertThat(finding.detail().words(texts)).contains("callboard_staff");
    }

    @Test
    void aWrongPasswordAMissingDatabaseAndADeadPortAreToldApart() {
        PostgresAddress good = TestServers.newDatabase();
        assertThat(detail(good.as(good.user(), "wrong"))).isEqualTo("Wrong password for callboard_owner.");
        assertThat(detail(good.as(good.user(), null))).isEqualTo("callboard_owner needs a password.");
        assertThat(detail(good.as("nobody", "x"))).isEqualTo("Wrong password for nobody.");
        assertThat(detail(elsewhere(good, "no_such"))).isEqualTo("This server has no such database.");
        assertThat(detail(PostgresAddress.parse("postgres://localhost:1/x")))
                .isEqualTo("Connection refused: nobody listens at localhost:1.");
        assertThat(detail(PostgresAddress.parse("postgres://no-such-host.invalid/x")))
                .isEqualTo("Nobody knows a host no-such-host.invalid.");
    }

    @Test
    void aSchemaThatIsMissingOlderOrNewerIsToldWithWhatMendsIt() {
        PostgresAddress good = TestServers.newDatabase();
        PostgresAddress staff = TestServers.addressFor(good, "callboard_staff");
        assertThat(detail(elsewhere(good, "postgres"))).isEqualTo("There is no schema here: run “callboard db up”.");
        try (Database owner = Database.open(good, 1)) {
            execute(owner, "delete from flyway_schema_history where version = '50'");
            assertThat(detail(staff)).isEqualTo("The schema is older than this program: run “callboard db up”.");
            execute(owner, "revoke select on flyway_schema_history from callboard_staff");
            assertThat(detail(staff)).contains("older than this program");
            execute(owner, "grant select on flyway_schema_history to callboard_staff");
            execute(owner, """
                    insert into flyway_schema_history
                    select 9999, '990', 'tomorrow', type, 'V990__tomorrow.sql', checksum, installed_by, installed_on,
                      execution_time, success from flyway_schema_history where version = '1'
                    """);
            assertThat(detail(staff))
                    .isEqualTo("The schema is newer than this program: install the newer Callboard here.");
        }
    }

    private static void execute(Database owner, String statement) {
        owner.transaction(tx -> tx.handle().execute(statement));
    }

    @Test
    void aLoginWithoutARoleIsNotGoodEnough() {
        PostgresAddress good = TestServers.newDatabase();
        try (Database owner = Database.open(good, 1)) {
            execute(owner, "create role stranger_login login password 'x'");
            execute(owner, "grant select on flyway_schema_history to stranger_login");
            assertThat(detail(good.as("stranger_login", "x")))
                    .isEqualTo("This login is a member of no Callboard role.");
            execute(owner, "drop owned by stranger_login");
            execute(owner, "drop role stranger_login");
        }
    }

    @Test
    void tlsToldByNameByTrustAndByAServerWithoutIt(@TempDir Path folder) throws Exception {
        assertThat(detail(PostgresAddress.parse(
                TestServers.newDatabase().toUri() + "?sslmode=verify-full")))
                .isEqualTo("The server does not speak TLS.");
        try (TlsPostgres server = TlsPostgres.start(folder)) {
            String trusting = "sslmode=verify-full&sslrootcert=" + server.root();
            assertThat(detail(server.address(trusting)))
                    .startsWith("TLS: the certificate is not made out to localhost:");
            assertThat(detail(server.address("sslmode=verify-full"))).contains("~/.postgresql/root.crt");
            assertThat(detail(server.address("sslmode=require"))).contains("no schema");
        }
    }

    private String detail(PostgresAddress address) {
        Finding finding = probe.postgres(address);
        assertThat(finding.good()).as("%s", finding).isFalse();
        return finding.detail().words(texts);
    }

    private static PostgresAddress elsewhere(PostgresAddress address, String database) {
        return new PostgresAddress(address.jdbcUrl().replaceFirst("/test_\\d+", "/" + database), address.user(),
                address.password());
    }

    @Test
    void whatIsWrongWithARedisIsToldApart() throws IOException {
        try (TestRedis server = TestServers.newRedis()) {
            assertThat(probe.redis(server.address()).good()).isTrue();
            ask(server, "ACL SETUSER looker on >right ~* &* +@read +eval +client +hello +ping +select");
            ask(server, "ACL SETUSER mute on >right ~nothing &* +@all");
            assertThat(detail(server.address().as("looker", "wrong"))).isEqualTo("Wrong password, or no user looker.");
            assertThat(detail(server.address().as("looker", "right"))).startsWith("looker may not do what the console");
            assertThat(detail(server.address().as("mute", "right"))).startsWith("mute may not do what the console");
            assertThat(detail(RedisAddress.parse("redis+cluster://127.0.0.1:" + server.port())))
                    .isEqualTo("This server is not part of a cluster.");
            assertThat(detail(RedisAddress.parse("rediss://localhost:" + server.port())))
                    .isEqualTo("No answer: perhaps the server does not speak TLS.");
            ask(server, "CONFIG SET maxmemory-policy allkeys-lru");
            assertThat(detail(server.address())).contains("noeviction");
            ask(server, "ACL SETUSER default resetpass >closed");
            assertThat(detail(server.address())).isEqualTo("The server asks for a user and a password.");
        }
        assertThat(detail(RedisAddress.parse("redis://127.0.0.1:1")))
                .isEqualTo("Connection refused: nobody listens at 127.0.0.1:1.");
    }

    private String detail(RedisAddress address) {
        Finding finding = probe.redis(address);
        assertThat(finding.good()).as("%s", finding).isFalse();
        return finding.detail().words(texts);
    }

    private static void ask(TestRedis server, String command) throws IOException {
        try (RedisTalk talk = new RedisTalk(server.address(), Duration.ofSeconds(3))) {
            assertThat(talk.ask(command.split(" "))).isEqualTo("+OK");
        }
    }
}

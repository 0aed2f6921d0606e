package dev.callboard.console.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.callboard.parts.Texts;
import dev.callboard.redis.RedisAddress;
import dev.callboard.settings.Profile;

/** A connection as it is typed: what is wrong with it, and the addresses it becomes. */
class ConnectionDraftTest {
    private final Profile profile = new Profile(
            Optional.of(
                    "postgres://mhaddad@db1.quayside.example:5432,db2.quayside.example:5432/callboard?sslmode=verify-full"),
            Optional.of("rediss+sentinel://console@s1.quayside.example:26379,s2.quayside.example:26379/callboard"),
            Optional.of("Production"), Map.of("shop.name", "Quayside"));

    @Test
    void aProfileComesBackAsItWasAndWithoutPasswords() {
        ConnectionDraft draft = ConnectionDraft.of("quayside-prod", profile).with(Field.PG_PASSWORD, "secret1")
                .with(Field.REDIS_PASSWORD, "secret2");
        assertThat(draft.problems()).isEmpty();
        assertThat(draft.profile()).isEqualTo(profile);
        assertThat(draft.postgres().password()).isEqualTo("secret1");
        assertThat(draft.redis().password()).isEqualTo("secret2");
        assertThat(draft.redis().kind()).isEqualTo(RedisAddress.Kind.SENTINEL);
        assertThat(draft.redis().nodes()).hasSize(2);
    }

    @Test
    void aWrongPortIsNamedWithItsHostAndTheAllowedRange() {
        ConnectionDraft draft = ConnectionDraft.of("quayside-prod", profile).with(Field.REDIS_NODES,
                "s1.quayside.example:26379, s2.quayside.example:263790");
        assertThat(draft.problems()).containsOnlyKeys(Field.REDIS_NODES);
        assertThat(draft.problems().get(Field.REDIS_NODES).words(new Texts(Locale.UK)))
                .isEqualTo("s2: the port is 263790, it must be 1 to 65535.");
    }

    @Test
    void everyFieldThatCannotBeIsNamed() {
        ConnectionDraft draft = ConnectionDraft.of("quayside-prod", profile).with(Field.NAME, "../x")
                .with(Field.PG_HOSTS, "db one").with(Field.PG_DATABASE, "").with(Field.REDIS_MASTER, "");
        assertThat(draft.problems()).containsOnlyKeys(Field.NAME, Field.PG_HOSTS, Field.PG_DATABASE,
                Field.REDIS_MASTER);
    }

    @Test
    void aHostElsewhereIsNotSilentlyTakenForDevelopment() {
        ConnectionDraft draft = ConnectionDraft.of("x", profile).with(Field.ENVIRONMENT, ConnectionDraft.DEVELOPMENT);
        assertThat(draft.looksLikeProduction()).isTrue();
        assertThat(ConnectionDraft.fresh("x").looksLikeProduction()).isFalse();
    }

    @Test
    void whatHasNoFieldStaysInTheAddress() {
        Profile unusual = new Profile(
                Optional.of(
                        "postgres://m%40shop@db.example:5432/callboard?sslmode=verify-full&sslrootcert=/etc/root.crt"),
                Optional.of("redis://c.example:6379/3"), Optional.of("Development"), Map.of());
        ConnectionDraft draft = ConnectionDraft.of("x", unusual);
        assertThat(draft.get(Field.PG_USER)).isEqualTo("m@shop");
        assertThat(draft.profile()).isEqualTo(unusual);
        assertThat(draft.redis().database()).isEqualTo(3);
    }

    @Test
    void ofSeveralHostsTheOneThatTakesWritesIsMeant() {
        assertThat(ConnectionDraft.of("x", profile).postgres().jdbcUrl()).endsWith("&targetServerType=primary");
        assertThat(ConnectionDraft.fresh("x").postgres().jdbcUrl()).doesNotContain("targetServerType");
    }
}

package dev.callboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Passwords stand apart from profiles, where nobody else can read them. */
class SecretsTest {
    @TempDir
    private Path data;

    @Test
    void theFileIsItsOwnersAlone() throws IOException {
        FileSecrets secrets = new FileSecrets(data.resolve("profiles"));
        secrets.keep("shop", Secrets.Service.POSTGRES, "p1");
        secrets.keep("shop", Secrets.Service.REDIS, "p2");
        assertThat(secrets.find("shop", Secrets.Service.POSTGRES)).contains("p1");
        assertThat(secrets.find("other", Secrets.Service.POSTGRES)).isEmpty();
        assertThat(PosixFilePermissions
                .toString(Files.getPosixFilePermissions(data.resolve("profiles").resolve(".shop.secrets"))))
                .isEqualTo("rw-------");
        secrets.forget("shop", Secrets.Service.POSTGRES);
        assertThat(secrets.find("shop", Secrets.Service.POSTGRES)).isEmpty();
        assertThat(secrets.find("shop", Secrets.Service.REDIS)).contains("p2");
    }

    @Test
    void profilesAreListedWrittenReadAndDeleted() {
        Profiles profiles = new Profiles(data);
        Profile shop = new Profile(Optional.of("postgres://db/x"), Optional.of("redis://r"),
                Optional.of("Production"), Map.of("shop.name", "Quayside"));
        profiles.write("shop", shop);
        new FileSecrets(data.resolve("profiles")).keep("shop", Secrets.Service.REDIS, "p");
        assertThat(profiles.names()).containsExactly("shop");
        assertThat(profiles.read("shop")).isEqualTo(shop);
        profiles.delete("shop");
        assertThat(profiles.names()).isEmpty();
    }
}

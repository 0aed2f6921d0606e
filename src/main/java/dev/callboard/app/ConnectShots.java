package dev.callboard.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.callboard.console.connect.ConnectModel;
import dev.callboard.console.connect.ConnectWindow;
import dev.callboard.console.connect.ConnectionProbe;
import dev.callboard.console.connect.Field;
import dev.callboard.console.connect.Finding;
import dev.callboard.console.connect.FirstRunWindow;
import dev.callboard.console.connect.FirstRunWindow.Step;
import dev.callboard.console.connect.Problem;
import dev.callboard.parts.FxThread;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.settings.Profile;
import dev.callboard.settings.Profiles;
import dev.callboard.settings.Secrets;
import javafx.scene.Scene;

/** Pictures of the windows that come before the console; their shops are made up, so nothing is tried to be reached. */
final class ConnectShots {
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 20, 14, 6, 52, 0, ZoneId.systemDefault());

    private final Path out;
    private final List<Theme> themes;
    private final WindowHand hand = new WindowHand(null);
    private final Texts texts;

    ConnectShots(Path out, List<Theme> themes) {
        this(out, themes, new Texts(Locale.UK));
    }

    ConnectShots(Path out, List<Theme> themes, Texts texts) {
        this.out = out;
        this.themes = themes;
        this.texts = texts;
    }

    List<Path> write() {
        List<Path> files = new ArrayList<>();
        try {
            Path data = Files.createTempDirectory("callboard-connect");
            Profiles profiles = madeUp(data);
            for (Theme theme : themes) {
                files.add(connections(profiles, theme));
            }
            if (themes.contains(Theme.LIGHT)) {
                files.add(firstRun());
            }
            profiles.names().forEach(profiles::delete);
            return files;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Profiles madeUp(Path data) {
        Profiles profiles = new Profiles(data);
        profiles.write("quayside-prod", new Profile(
                Optional.of(
                        "postgres://mhaddad@db1.quayside.example:5432,db2.quayside.example:5432/callboard?sslmode=verify-full"),
                Optional.of("rediss+sentinel://console@s1.quayside.example:26379,s2.quayside.example:26379/callboard"),
                Optional.of("Production"), Map.of()));
        profiles.write("quayside-staging",
                new Profile(Optional.of("postgres://mhaddad@staging.quayside.example:5432/callboard"),
                        Optional.of("redis://staging.quayside.example:6379"), Optional.of("Development"), Map.of()));
        profiles.write("northgate-prod", new Profile(Optional.of("postgres://db.northgate.example:5432/callboard"),
                Optional.of("rediss+cluster://r1.northgate.example:6379"), Optional.of("Production"), Map.of()));
        profiles.markUsed("quayside-prod", NOW.minusHours(2).toInstant());
        profiles.markUsed("quayside-staging", NOW.minusDays(1).withHour(16).withMinute(40).toInstant());
        return profiles;
    }

    private Path connections(Profiles profiles, Theme theme) {
        Scene scene = connectScene(profiles, theme);
        return new WindowHand(scene).picture(out, "connect-" + theme.name().toLowerCase(Locale.ROOT));
    }

    /** The window as it is after a test that found one thing wrong. */
    Scene connectScene(Profiles profiles, Theme theme) {
        return hand.on(() -> {
            ConnectModel model = new ConnectModel(profiles, new MadeUpSecrets(), new MadeUpProbe(), new FxThread(),
                    Runnable::run, Clock.fixed(NOW.toInstant(), NOW.getZone()));
            ConnectWindow built = new ConnectWindow(model, texts, new ConnectWindow.Ways() {
                @Override
                public void sample() {}

                @Override
                public void connect(String profile) {}

                @Override
                public void back() {}
            }, theme);
            model.choose("quayside-prod");
            model.write(Field.REDIS_NODES, "s1.quayside.example:26379, s2.quayside.example:263790");
            model.test();
            return built.scene();
        });
    }

    private Path firstRun() {
        return new WindowHand(firstRunScene()).picture(out, "connect-first-run-light");
    }

    /** The window in the middle of the first start. */
    Scene firstRunScene() {
        return hand.on(() -> {
            FirstRunWindow built = new FirstRunWindow(texts, new FirstRunWindow.Ways() {
                @Override
                public void sample() {}

                @Override
                public void newConnection() {}

                @Override
                public void importProfile() {}

                @Override
                public void stop() {}
            }, Theme.LIGHT);
            built.begin(Step.POSTGRES);
            built.done(Step.POSTGRES, Duration.ofMillis(2_200));
            built.begin(Step.REDIS);
            built.done(Step.REDIS, Duration.ofMillis(100));
            built.begin(Step.SHOP);
            built.tell(Step.SHOP, "4 queues, 412 products");
            return built.scene();
        });
    }

    /** Answers for shops that do not exist. */
    private static final class MadeUpProbe extends ConnectionProbe {
        @Override
        public Finding postgres(PostgresAddress address) {
            return new Finding(true, Problem.of("connected", "3"),
                    Problem.of("primary", "db1", "17.2"));
        }
    }

    /** A keychain that has every password, and keeps none. */
    private static final class MadeUpSecrets implements Secrets {
        @Override
        public Optional<String> find(String profile, Service service) {
            return Optional.of("");
        }

        @Override
        public void keep(String profile, Service service, String password) {}

        @Override
        public void forget(String profile, Service service) {}

        @Override
        public boolean isKeychain() {
            return true;
        }
    }
}

package dev.callboard.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import dev.callboard.cli.ConnectionChoice;
import dev.callboard.cli.Faces;
import dev.callboard.console.connect.FirstRunWindow.Step;
import dev.callboard.parts.Texts;
import dev.callboard.parts.Theme;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Profile;
import dev.callboard.settings.Profiles;
import dev.callboard.settings.Secrets;
import dev.callboard.settings.Settings;

/** Asks which shop, at a first start and whenever somebody wants another, and makes the choice of the answer. */
final class WhereTo {
    private final ConnectionChoice choice;
    private final Path home;
    private final ConnectFace face;

    WhereTo(ConnectionChoice choice) {
        this(choice, choice.data());
    }

    private WhereTo(ConnectionChoice choice, Path home) {
        this.choice = choice;
        this.home = home;
        this.face = new ConnectFace(home, new Texts(choice.settings().get(KnownSettings.SHOP_LOCALE)),
                Theme.valueOf(choice.settings().get(KnownSettings.UI_THEME).toUpperCase(Locale.ROOT)));
    }

    /** The same question again, asked from the sample shop: the connections stay those of this folder. */
    WhereTo fromSample() {
        return new WhereTo(sample().choice(), home);
    }

    /** True where no address was named, no profile was ever written and no embedded server ever started. */
    static boolean isFirst(ConnectionChoice choice) {
        return choice.isEmbedded() && !Files.exists(choice.data().resolve("postgres"))
                && !Files.exists(choice.data().resolve("demo")) && new Profiles(choice.data()).names().isEmpty();
    }

    /** Which way it goes; empty when the person closed the window. */
    Optional<ConnectFace.Way> ask() {
        ConnectFace.Way way = face.ask();
        if (!(way instanceof ConnectFace.Way.Sample)) {
            face.close();
        }
        return way instanceof ConnectFace.Way.Nowhere ? Optional.empty() : Optional.of(way);
    }

    /** Opens the connections beside the console that is there; a second time brings them to the front. */
    void askBeside(Consumer<ConnectFace.Way> then) {
        face.askBeside(choice.profile().orElse(null), then);
    }

    /** The sample shop's own folder, with a window. */
    Faces.Demo sample() {
        Path folder = home.resolve("demo");
        return new Faces.Demo(new ConnectionChoice(Optional.empty(), Optional.empty(), folder, Optional.of("Demo"),
                choice.settings()), false, 1, folder, unseen -> {});
    }

    /** Starts both servers before the eyes of whoever waits. */
    void start(Servers servers) {
        step(Step.POSTGRES, servers::postgres);
        step(Step.REDIS, servers::redis);
        face.show(window -> window.begin(Step.SHOP));
    }

    private void step(Step step, Supplier<?> work) {
        face.show(window -> window.begin(step));
        long before = System.nanoTime();
        work.get();
        Duration took = Duration.ofNanos(System.nanoTime() - before);
        face.show(window -> window.done(step, took));
    }

    /** The console is there. */
    void end() {
        face.close();
    }

    /** The shop of a profile, with its passwords; it is the one that was used last from now on. */
    ConnectionChoice shop(String name) {
        Profiles profiles = new Profiles(home);
        Profile profile = profiles.read(name);
        profiles.markUsed(name, Instant.now());
        Secrets secrets = Secrets.of(home);
        Optional<PostgresAddress> postgres = profile.pg().map(PostgresAddress::parse)
                .map(address -> address.as(address.user(),
                        secrets.find(name, Secrets.Service.POSTGRES).orElse(address.password())));
        Optional<RedisAddress> redis = profile.redis().map(RedisAddress::parse)
                .map(address -> address.as(address.user(),
                        secrets.find(name, Secrets.Service.REDIS).orElse(address.password())));
        // what a former shop's profile says is not meant for this one
        Settings own = choice.profile().isEmpty() ? choice.settings() : Settings.defaults();
        return new ConnectionChoice(postgres, redis, home, profile.environment(),
                own.with(profile.settings()), Optional.of(name));
    }
}

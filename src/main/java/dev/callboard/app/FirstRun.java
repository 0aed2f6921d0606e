package dev.callboard.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.callboard.cli.ConnectionChoice;
import dev.callboard.cli.Faces;
import dev.callboard.console.connect.FirstRunWindow.Step;
import dev.callboard.parts.Texts;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.settings.KnownSettings;
import dev.callboard.settings.Profile;
import dev.callboard.settings.Profiles;
import dev.callboard.settings.Secrets;

/** The start of a console where nobody has said yet which shop: asks, and makes the choice of it. */
final class FirstRun {
    private final ConnectionChoice choice;
    private final ConnectFace face;

    FirstRun(ConnectionChoice choice) {
        this.choice = choice;
        this.face = new ConnectFace(choice.data(), new Texts(choice.settings().get(KnownSettings.SHOP_LOCALE)));
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

    /** The sample shop's own folder, with a window. */
    Faces.Demo sample() {
        Path folder = choice.data().resolve("demo");
        return new Faces.Demo(new ConnectionChoice(Optional.empty(), Optional.empty(), folder, Optional.of("Demo"),
                choice.settings()), false, 1, folder);
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

    /** The shop of a profile, with its passwords. */
    ConnectionChoice shop(String name) {
        Profile profile = new Profiles(choice.data()).read(name);
        Secrets secrets = Secrets.of(choice.data());
        Optional<PostgresAddress> postgres = profile.pg().map(PostgresAddress::parse)
                .map(address -> address.as(address.user(),
                        secrets.find(name, Secrets.Service.POSTGRES).orElse(address.password())));
        Optional<RedisAddress> redis = profile.redis().map(RedisAddress::parse)
                .map(address -> address.as(address.user(),
                        secrets.find(name, Secrets.Service.REDIS).orElse(address.password())));
        Map<String, String> settings = profile.settings();
        return new ConnectionChoice(postgres, redis, choice.data(), profile.environment(),
                choice.settings().with(settings), Optional.of(name));
    }
}

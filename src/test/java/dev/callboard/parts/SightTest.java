package dev.callboard.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.live.Subscriptions;
import dev.callboard.refusals.Unavailable;

/** How old a sight is, and when nothing may be pressed on it. The feed itself is not opened: what it brings is given. */
class SightTest {
    private static final Instant SERVER = Instant.parse("2026-11-20T13:06:52Z");
    private final AtomicLong nanos = new AtomicLong();
    private final ShopClock clock = new ShopClock(nanos::get);
    private final Faults faults = new Faults(Runnable::run, new Texts(Locale.UK));
    private final Sight<Instant> sight = new Sight<>(() -> SERVER, at -> at, Subscriptions.none(), Runnable::run,
            clock, faults);

    @Test
    @Tag("L02")
    void goesStaleAfterTwelveSecondsOfSilenceAndFreshWithTheNextRead() {
        sight.read(SERVER);
        pass(Duration.ofMillis(11_999));
        assertThat(sight.staleProperty().get()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(sight.staleProperty().get()).isTrue();
        assertThat(sight.ageProperty().get()).isEqualTo(Duration.ofSeconds(12));

        sight.read(SERVER.plusSeconds(13));

        assertThat(sight.staleProperty().get()).isFalse();
        assertThat(sight.asOf()).isEqualTo(SERVER.plusSeconds(13));
    }

    @Test
    @Tag("L02")
    void aLostServiceMakesItStaleAtOnceAndKeepsWhatWasRead() {
        sight.read(SERVER);

        sight.failed(new Unavailable(Unavailable.Service.POSTGRES, "away", null));

        assertThat(sight.staleProperty().get()).isTrue();
        assertThat(sight.snapshotProperty().get()).isEqualTo(SERVER);
        assertThat(faults.latestProperty().get().text()).isEqualTo("away");
        sight.read(SERVER);
        assertThat(faults.latestProperty().get()).isNull();
    }

    @Test
    @Tag("L02")
    void aGoodReadEndsItsOwnTroubleOnly() {
        sight.failed(new Unavailable(Unavailable.Service.POSTGRES, "away", null));
        faults.report("elsewhere", new Unavailable(Unavailable.Service.REDIS, "away too", null));

        sight.read(SERVER);

        assertThat(faults.latestProperty().get().text()).isEqualTo("away too");
    }

    @Test
    void aBusyScreenIsShownTheNewestReadOnly() {
        List<Runnable> later = new ArrayList<>();
        Sight<Instant> busy = new Sight<>(() -> SERVER, at -> at, Subscriptions.none(), later::add, clock, faults);
        for (int second = 0; second < 100; second++) {
            busy.read(SERVER.plusSeconds(second));
        }
        assertThat(later).hasSize(1);
        later.removeFirst().run();
        assertThat(busy.snapshotProperty().get()).isEqualTo(SERVER.plusSeconds(99));
        busy.read(SERVER.plusSeconds(100));
        later.removeFirst().run();
        assertThat(busy.snapshotProperty().get()).isEqualTo(SERVER.plusSeconds(100));
    }

    @Test
    void whatComesAfterItWasClosedIsNotShown() {
        List<Runnable> later = new ArrayList<>();
        Sight<Instant> leaving = new Sight<>(() -> SERVER, at -> at, Subscriptions.none(), later::add, clock, faults);
        leaving.read(SERVER);
        leaving.failed(new Unavailable(Unavailable.Service.POSTGRES, "away", null));

        leaving.close();
        later.forEach(Runnable::run);

        assertThat(leaving.snapshotProperty().get()).isNull();
        assertThat(leaving.failureProperty().get()).isNull();
    }

    @Test
    void theSnapshotIsInPlaceBeforeTheBarIsLifted() {
        sight.failed(new Unavailable(Unavailable.Service.POSTGRES, "away", null));
        sight.staleProperty().addListener((property, before, stale) -> assertThat(sight.snapshotProperty().get())
                .isEqualTo(SERVER));

        sight.read(SERVER);

        assertThat(sight.staleProperty().get()).isFalse();
    }

    @Test
    void timeIsTheServersCarriedOnByTheSteadyCounter() {
        sight.read(SERVER);
        nanos.addAndGet(Duration.ofSeconds(3).toNanos());
        clock.tick();

        assertThat(clock.nowProperty().get()).isEqualTo(SERVER.plusSeconds(3));
        assertThat(clock.since(SERVER.minusSeconds(4))).isEqualTo(Duration.ofSeconds(7));
        assertThat(clock.since(SERVER.plusSeconds(60))).isZero();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        sight.tick();
    }
}

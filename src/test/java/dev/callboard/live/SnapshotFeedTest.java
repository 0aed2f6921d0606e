package dev.callboard.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SnapshotFeedTest {
    private static final Duration NEVER = Duration.ofHours(1);
    private final AtomicInteger truth = new AtomicInteger(1);
    private final List<Integer> heard = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> failures = new CopyOnWriteArrayList<>();
    private final FeedListener<Integer> listener = new FeedListener<>() {
        @Override
        public void read(Integer snapshot) {
            heard.add(snapshot);
        }

        @Override
        public void failed(RuntimeException failure) {
            failures.add(failure);
        }
    };

    @Test
    void readsAtOnceAndWhenAsked() {
        try (var feed = new SnapshotFeed<>(truth::get, Subscriptions.none(), listener, NEVER)) {
            feed.open();
            await().until(() -> heard.equals(List.of(1)));
            truth.set(2);
            feed.readNow();
            await().until(() -> heard.equals(List.of(1, 2)));
        }
    }

    @Test
    @Tag("L03")
    void readsPeriodicallyWithoutAnySignal() {
        try (var feed = new SnapshotFeed<>(truth::get, Subscriptions.none(), listener, Duration.ofMillis(20))) {
            feed.open();
            truth.set(7);
            await().until(() -> heard.contains(7));
        }
    }

    @Test
    void anyNumberOfSignalsDuringAReadCostOneMoreRead() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (var feed = new SnapshotFeed<>(() -> {
            reading.countDown();
            wait(goOn);
            return truth.getAndIncrement();
        }, Subscriptions.none(), listener, NEVER)) {
            feed.open();
            reading.await();
            for (int signal = 0; signal < 100; signal++) {
                feed.readNow();
            }
            goOn.countDown();
            await().until(() -> heard.size() >= 2);
            await().during(Duration.ofMillis(100)).until(() -> heard.equals(List.of(1, 2)));
        }
    }

    @Test
    @Tag("L01")
    void aStormOfSignalsIsReadInRestsAndItsEndIsTrue() {
        try (var feed = new SnapshotFeed<>(truth::get, Subscriptions.none(), listener, NEVER)) {
            feed.open();
            await().until(() -> heard.equals(List.of(1)));
            long begun = System.nanoTime();
            for (int signal = 2; signal <= 1_000_000; signal++) {
                truth.set(signal);
                feed.readNow();
            }
            long tenths = (System.nanoTime() - begun) / 100_000_000;
            await().until(() -> heard.getLast() == 1_000_000);
            assertThat(heard.size()).isLessThanOrEqualTo((int) tenths + 4);
        }
    }

    @Test
    void aFailureIsToldAndTheFeedGoesOn() {
        try (var feed = new SnapshotFeed<>(() -> {
            if (truth.getAndIncrement() == 1) {
                throw new IllegalStateException("away");
            }
            return truth.get();
        }, Subscriptions.none(), listener, Duration.ofMillis(20))) {
            feed.open();
            await().until(() -> !heard.isEmpty());
            assertThat(failures).singleElement().satisfies(failure -> assertThat(failure).hasMessage("away"));
        }
    }

    @Test
    void anErrorOfTheMachineIsToldAndTheFeedGoesOn() {
        try (var feed = new SnapshotFeed<>(() -> {
            if (truth.getAndIncrement() == 1) {
                throw new NoClassDefFoundError("half a program");
            }
            return truth.get();
        }, Subscriptions.none(), listener, Duration.ofMillis(20))) {
            feed.open();
            await().until(() -> !heard.isEmpty());
            assertThat(failures).singleElement()
                    .satisfies(failure -> assertThat(failure).hasRootCauseInstanceOf(NoClassDefFoundError.class));
        }
    }

    @Test
    void goesOnThoughTheListenerItselfFails() {
        AtomicInteger told = new AtomicInteger();
        FeedListener<Integer> broken = new FeedListener<>() {
            @Override
            public void read(Integer snapshot) {
                throw new IllegalStateException("no screen");
            }

            @Override
            public void failed(RuntimeException failure) {
                told.incrementAndGet();
                throw failure;
            }
        };
        try (var feed = new SnapshotFeed<>(truth::get, Subscriptions.none(), broken, Duration.ofMillis(20))) {
            feed.open();
            await().until(() -> told.get() >= 2);
        }
    }

    @Test
    void hearsExactlyWhatIsWatched() {
        List<Set<Topic>> asked = new CopyOnWriteArrayList<>();
        AtomicInteger ended = new AtomicInteger();
        Subscriptions subscriptions = (topics, signal) -> {
            asked.add(topics);
            return ended::incrementAndGet;
        };
        try (var feed = new SnapshotFeed<>(truth::get, subscriptions, listener, NEVER)) {
            feed.watch(Set.of(Topic.queue("A")));
            feed.watch(Set.of(Topic.queue("A")));
            feed.watch(Set.of(Topic.queue("B")));
        }
        assertThat(asked).containsExactly(Set.of(Topic.queue("A")), Set.of(Topic.queue("B")));
        assertThat(ended).hasValue(2);
    }

    @Test
    void tellsNobodyAfterTheEnd() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        var feed = new SnapshotFeed<>(() -> {
            reading.countDown();
            wait(goOn);
            return 1;
        }, Subscriptions.none(), listener, NEVER);
        feed.open();
        reading.await();
        feed.close();
        goOn.countDown();
        await().during(Duration.ofMillis(100)).until(heard::isEmpty);
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}

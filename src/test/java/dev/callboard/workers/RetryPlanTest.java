package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

import dev.callboard.TestShop;
import dev.callboard.jobs.Backoff;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.orders.FulfilmentJob;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.outbox.LeasedRows;
import dev.callboard.stock.StockLine;

/** When a failed attempt is tried again, and who hears when it is not. */
class RetryPlanTest {
    private final TestShop shop = new TestShop();
    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @AfterEach
    void close() {
        mail.stop();
        shop.close();
    }

    @Test
    @Tag("F06")
    void retriesComeAfterFiveTenTwentyAndFortySeconds() {
        var options = new FulfilmentJob(TestShop.QUEUE, 5, Duration.ofSeconds(5)).of(UUID.randomUUID(), 1).options();
        Backoff backoff = options.backoff();

        assertThat(options.attempts()).isEqualTo(5);
        assertThat(List.of(1, 2, 3, 4))
                .extracting(attempt -> backoff.after(attempt, new java.util.Random()).toSeconds())
                .containsExactly(5L, 10L, 20L, 40L);
        assertThat(List.of(1, 2, 3, 4))
                .extracting(
                        attempt -> new FulfilmentPolicy(5, Duration.ofSeconds(5), AlertTargets.none())
                                .pauseAfter(attempt).toSeconds())
                .containsExactly(5L, 10L, 20L, 40L);
    }

    @Test
    @Tag("F06")
    void aFailedAttemptWaitsInTheDelayedSetUntilItsTime() {
        shop.receive("BULB", 5);
        UUID order = shop.paid("ada", new StockLine("BULB", 1));
        long before = System.currentTimeMillis();

        shop.worker(shop.handler(List.of(TestShop.failing("email", "SMTP 421")),
                new FulfilmentPolicy(5, Duration.ofSeconds(5), AlertTargets.none())));
        await().until(() -> shop.queue.counts().delayed() == 1);

        JobSnapshot job = shop.queue.find(Order.jobId(order)).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.DELAYED);
        assertThat(job.at().toEpochMilli() - before).isBetween(5_000L, 12_000L);
        assertThat(job.attemptsMade()).isEqualTo(1);
        assertThat(shop.state(order)).isEqualTo(OrderState.PROCESSING);
        assertThat(shop.database.transaction(shop.alerts::open)).isZero();
    }

    @Test
    @Tag("F06")
    void oneAlertAndOneMailTellOfAnOrderThatFailedForGood() throws Exception {
        mail.start();
        shop.receive("BULB", 5);
        UUID order = shop.paid("ada", new StockLine("BULB", 1));
        try (var worker = shop.worker(shop.handler(List.of(TestShop.failing("email", "SMTP 421")),
                new FulfilmentPolicy(3, Duration.ofMillis(1), new AlertTargets("boss@shop.example", false))))) {
            shop.drain();
        }
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().attemptsMade()).isEqualTo(3);
        Mailer mailer = new Mailer(URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort()), "shop@localhost");
        MessageDuty duty = MessageDuty.mail(new LeasedRows(shop.database, shop.alerts), mailer);

        duty.runOnce();
        duty.runOnce();

        assertThat(shop.database.transaction(shop.alerts::open)).isEqualTo(1);
        assertThat(mail.getReceivedMessages()).singleElement().satisfies(message -> {
            assertThat(message.getAllRecipients()[0]).hasToString("boss@shop.example");
            assertThat(message.getSubject()).contains("failed for good").contains("SMTP 421");
        });
    }

    @Test
    @Tag("F10")
    void aMailThatIsRefusedForGoodCountsItsTriesAndOneThatCannotBeSentNowDoesNot() throws Exception {
        try (RefusingMailServer refusing = new RefusingMailServer("550 no such user")) {
            putMail();
            MessageDuty.mail(new LeasedRows(shop.database, shop.alerts), refusing.mailer()).runOnce();
            assertThat(shop.number("select tries from outbox")).isEqualTo(1);
        }
        shop.database.transaction(tx -> tx.handle().execute("update outbox set next_try = clock_timestamp()"));
        try (RefusingMailServer busy = new RefusingMailServer("421 try again later")) {
            MessageDuty.mail(new LeasedRows(shop.database, shop.alerts), busy.mailer()).runOnce();
            assertThat(shop.number("select tries from outbox")).isEqualTo(1);
        }
    }

    private void putMail() {
        shop.database.transaction(tx -> shop.outbox.put(tx, dev.callboard.outbox.OutboxKind.MAIL, "order",
                java.util.Map.of("to", "boss@shop.example", "subject", "failed", "text", "failed", "messageId",
                        "<1@x>")));
    }

    @Test
    @Tag("F07")
    void anAttemptThatFailedBecausePostgresWasAwayIsNotCounted() {
        shop.receive("BULB", 5);
        UUID order = shop.paid("ada", new StockLine("BULB", 1));
        StepWork away = new StepWork() {
            @Override
            public String name() {
                return "email";
            }

            @Override
            public void run(dev.callboard.orders.Fulfilment.TakenOver mine) {
                throw new dev.callboard.refusals.Unavailable(dev.callboard.refusals.Unavailable.Service.POSTGRES,
                        "Postgres cannot be reached", null);
            }
        };

        shop.worker(shop.handler(List.of(away)));
        await().until(() -> shop.queue.counts().delayed() == 1);

        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().attemptsMade()).isZero();
    }
}

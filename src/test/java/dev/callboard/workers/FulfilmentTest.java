package dev.callboard.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

import dev.callboard.AtOnce;
import dev.callboard.TestShop;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobWorker;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.FulfilmentStep;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.stock.StockLine;

class FulfilmentTest {
    private static final StockLine BULBS = new StockLine("BULB", 2);
    private final TestShop shop = new TestShop();
    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @AfterEach
    void close() {
        mail.stop();
        shop.close();
    }

    @Test
    @Tag("F01")
    void payingPutsOneJobInTheQueueHoweverOftenItIsDelivered() {
        shop.receive("BULB", 5);

        UUID order = shop.paid("ada", BULBS);
        shop.database.transaction(tx -> tx.handle().execute("update outbox set done_at = null where kind = 'job'"));
        shop.delivery.deliverDue();

        assertThat(shop.queue.counts().waiting()).isEqualTo(1);
        JobSnapshot job = shop.queue.find(Order.jobId(order)).orElseThrow();
        assertThat(job.data()).isEqualTo("{\"orderId\":\"" + order + "\"}");
        assertThat(job.round()).isEqualTo(1);
    }

    @Test
    @Tag("F01")
    void payingWorksWhileRedisIsDownAndTheJobComesLater() {
        shop.receive("BULB", 5);
        UUID order = shop.reserve("ada", BULBS).uuid();
        shop.redisServer.stop();

        assertThat(shop.payments.payAtCounter(order).pending()).isTrue();
        assertThat(shop.state(order)).isEqualTo(OrderState.PAID);

        shop.redisServer.restart();
        await().ignoreExceptions().until(() -> shop.delivery.deliverDue() >= 0 && shop.queue.counts().waiting() == 1);
    }

    @Test
    @Tag("F02")
    @Tag("S11")
    void fulfilsAnOrderThroughEveryStep() throws Exception {
        mail.start();
        shop.receive("BULB", 5);
        UUID order = shop.paid("ada", BULBS);

        try (JobWorker worker = shop.worker(shop.handler(allSteps()))) {
            shop.drain();
            assertThat(worker.processed()).isEqualTo(1);
        }

        assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
        assertThat(shop.orders.details(order).steps()).extracting(FulfilmentStep::name)
                .containsExactly("inventory", "email", "invoice");
        assertThat(shop.orders.details(order).steps()).allSatisfy(step -> assertThat(step.doneAt()).isNotNull());
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(3);
        assertThat(shop.product("BULB").product().held()).isZero();
        assertThat(shop.product("BULB").gate()).hasValue(3);
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(mail.getReceivedMessages()[0].getHeader("Message-ID"))
                .containsExactly("<order-" + order + "@callboard>");
        assertThat(invoiceText(order)).contains("Invoice 1").contains("Product BULB").contains("€5.00");
    }

    @ParameterizedTest(name = "steps done before: bits {0}")
    @Tag("F03")
    @Tag("F04")
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aRerunDoesOnlyTheRest(int doneBefore) throws Exception {
        mail.start();
        shop.receive("BULB", 5);
        UUID order = shop.paid("ada", BULBS);
        List<StepWork> all = allSteps();
        Fulfilment.TakenOver earlier = shop.fulfilment.takeOver(order).orElseThrow();
        for (int i = 0; i < all.size(); i++) {
            if ((doneBefore & 1 << i) != 0) {
                all.get(i).run(earlier);
            }
        }

        try (JobWorker worker = shop.worker(shop.handler(all))) {
            shop.drain();
        }

        assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(3);
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(invoices()).isEqualTo(1);
    }

    @Test
    @Tag("F04")
    @Tag("J2")
    void aWorkerThatLostTheOrderChangesNothing() {
        shop.receive("BULB", 5);
        UUID order = shop.paid("ada", BULBS);
        Fulfilment.TakenOver slow = shop.fulfilment.takeOver(order).orElseThrow();
        Fulfilment.TakenOver quick = shop.fulfilment.takeOver(order).orElseThrow();

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> shop.fulfilment.ship(slow))
                .isInstanceOf(Fulfilment.Superseded.class);
        shop.fulfilment.ship(quick);
        shop.fulfilment.ship(quick);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> shop.fulfilment.complete(slow))
                .isInstanceOf(Fulfilment.Superseded.class);

        assertThat(shop.product("BULB").product().onHand()).isEqualTo(3);
        assertThat(shop.state(order)).isEqualTo(OrderState.PROCESSING);
    }

    @Test
    @Tag("F05")
    @Tag("F06")
    void failsForGoodAfterItsAttemptsWithEvidenceAndOneAlert() throws Exception {
        shop.receive("BULB", 5);

        UUID order = shop.failedAfterShipping("ada", BULBS);

        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        JobSnapshot job = shop.queue.find(Order.jobId(order)).orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.attemptsMade()).isEqualTo(2);
        assertThat(job.failedReason()).contains("SMTP timeout after 10 s");
        List<FulfilmentStep> steps = shop.orders.details(order).steps();
        assertThat(steps).extracting(FulfilmentStep::attempts).containsExactly(1, 2);
        assertThat(steps.get(1).error()).contains("SMTP timeout after 10 s");
        assertThat(shop.database.transaction(shop.alerts::open)).isEqualTo(1);
        assertThat(shop.cases.show(TestShop.QUEUE, job.id()).evidence()).singleElement()
                .satisfies(row -> assertThat(row.snapshot().path("stacktrace")).hasSize(2));
    }

    @Test
    @Tag("F05")
    void aLaterSuccessClearsTheErrorAndKeepsItInTheHistory() throws Exception {
        shop.receive("BULB", 5);
        UUID order = shop.failedAfterShipping("ada", BULBS);
        shop.actions.retry(shop.key(order));

        try (JobWorker worker = shop.worker(shop.handler(List.of(new InventoryStep(shop.fulfilment),
                new EmailStep(shop.fulfilment, null, "shop@localhost"))))) {
            shop.drain();
        }

        assertThat(shop.orders.details(order).steps().get(1).error()).isNull();
        assertThat(shop.number("select count(*) from fulfilment_failure")).isEqualTo(2);
        assertThat(shop.number("""
                select count(*) from fulfilment_failure where took_millis >= 0 and worker like 'callboard-%'
                """)).isEqualTo(2);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(3);
    }

    @Test
    @Tag("F02")
    @Tag("J5")
    void aJobRetriedByAnotherToolWhileItsOrderIsFailedGoesBackAsItWas() throws Exception {
        shop.receive("BULB", 5);
        UUID order = shop.failedAfterShipping("ada", BULBS);
        JobSnapshot before = shop.queue.find(Order.jobId(order)).orElseThrow();
        shop.queue.retry(before.id());

        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }

        JobSnapshot after = shop.queue.find(before.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(JobState.FAILED);
        assertThat(after.failedReason()).isEqualTo(before.failedReason());
        assertThat(after.stacktrace()).isEqualTo(before.stacktrace());
        assertThat(shop.state(order)).isEqualTo(OrderState.FAILED);
        assertThat(shop.database.transaction(shop.alerts::open)).isEqualTo(1);
    }

    @Test
    @Tag("F02")
    void aDoneOrdersJobIsSkippedAnyNumberOfTimes() throws Exception {
        shop.receive("BULB", 5);
        UUID order = shop.paid("ada", BULBS);
        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
            for (int i = 0; i < 3; i++) {
                shop.queue.remove(Order.jobId(order));
                shop.queue.add(dev.callboard.jobs.NewJob.of(TestShop.QUEUE, Order.jobId(order), "{}",
                        dev.callboard.jobs.JobOptions.DEFAULT));
                shop.drain();
            }
        }
        assertThat(shop.queue.find(Order.jobId(order)).orElseThrow().returnvalue()).contains("COMPLETED");
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(3);
    }

    @Test
    @Tag("F11")
    void eachOutboxRowTakesEffectOnceWhoeverDelivers() {
        shop.receive("BULB", 1_000);
        shop.redisServer.stop();
        for (int i = 0; i < 101; i++) {
            shop.database.transaction(tx -> shop.outbox.put(tx, dev.callboard.outbox.OutboxKind.GATE, "BULB",
                    java.util.Map.of("skus", List.of("BULB"))));
        }
        shop.redisServer.restart();
        await().ignoreExceptions().until(shop.watch::check);

        AtOnce.run(3, relay -> {
            while (shop.delivery.deliverDue() > 0) {
                // until this relay finds nothing more
            }
            return null;
        });

        await().until(() -> shop.delivery.deliverDue() == 0
                && shop.database.transaction(shop.outbox::open) == 0);
        assertThat(shop.product("BULB").gate()).hasValue(1_000);
    }

    @Test
    @Tag("F10")
    void aBadRowIsSetApartAndItsNeighboursGoThrough() {
        shop.receive("BULB", 10);
        shop.database.transaction(tx -> {
            for (int i = 0; i < 49; i++) {
                shop.outbox.put(tx, dev.callboard.outbox.OutboxKind.GATE, "BULB",
                        java.util.Map.of("skus", List.of("BULB")));
            }
            return shop.outbox.put(tx, dev.callboard.outbox.OutboxKind.GATE, "poison",
                    java.util.Map.of("hold", "not an id", "skus", List.of()));
        });

        await().until(() -> {
            shop.database.transaction(tx -> tx.handle().execute("update outbox set next_try = clock_timestamp()"));
            shop.delivery.deliverDue();
            return shop.database.transaction(shop.outbox::open) == 0;
        });

        assertThat(shop.number("select count(*) from outbox where set_apart")).isEqualTo(1);
        assertThat(shop.database.transaction(shop.alerts::open)).isEqualTo(1);
    }

    private List<StepWork> allSteps() {
        Mailer mailer = new Mailer(URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort()), "shop@localhost");
        return List.of(new InventoryStep(shop.fulfilment), new EmailStep(shop.fulfilment, mailer, "shop@localhost"),
                new InvoiceStep(shop.fulfilment,
                        new InvoiceDocument(ZoneId.of("Europe/Dublin"), Locale.UK, Currency.getInstance("EUR"))));
    }

    private long invoices() {
        return shop.number("select count(*) from invoice");
    }

    private String invoiceText(UUID order) throws Exception {
        byte[] pdf = shop.database.transaction(tx -> tx.handle()
                .createQuery("select pdf from invoice where order_id = :id").bind("id", order).mapTo(byte[].class)
                .one());
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}

package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

import dev.callboard.TestShop;
import dev.callboard.faults.CuttingProxy.Cut;
import dev.callboard.jobs.JobSnapshot;
import dev.callboard.jobs.JobWorker;
import dev.callboard.orders.Fulfilment;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderState;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.StockLine;
import dev.callboard.workers.EmailStep;
import dev.callboard.workers.InventoryStep;
import dev.callboard.workers.InvoiceDocument;
import dev.callboard.workers.InvoiceStep;
import dev.callboard.workers.Mailer;
import dev.callboard.workers.StepWork;

/** Workers that lose Postgres in the middle of an order. */
class CrashedStepsTest {
    private static final StockLine TWO = new StockLine("BULB", 2);
    private final TestShop shop = new TestShop();
    private final CuttingProxy postgres = new CuttingProxy(
            Integer.parseInt(shop.address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1")));
    private final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void open() {
        mail.start();
        shop.receive("BULB", 1_000);
    }

    @AfterEach
    void close() {
        mail.stop();
        postgres.close();
        shop.close();
    }

    /**
     * The mail, the invoice and the end, cut off at each of their requests, before the server gets it and before its
     * answer; {@link FailurePointsTest} does the same to the goods.
     */
    @Test
    @Tag("F03")
    @Tag("F04")
    void aStepCutOffAnywhereIsFinishedOnceAndItsMailIsTheSameMail() throws Exception {
        int orders = 0;
        for (Cut side : Cut.values()) {
            boolean cut = true;
            for (int request = 1; cut; request++) {
                UUID order = shop.paid("ada", TWO);
                orders++;
                cut = cutWhileFulfilling(order, request, side);
                try (JobWorker worker = shop.worker(shop.handler(steps(shop)))) {
                    shop.drain();
                }
                assertThat(shop.state(order)).isEqualTo(OrderState.COMPLETED);
            }
        }
        new GateReconciler(shop.database, shop.gate).reconcile();

        assertThat(orders).as("cuts were made in every step").isGreaterThan(12);
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(1_000 - 2L * orders);
        assertThat(shop.product("BULB").gate()).hasValue(1_000 - 2L * orders);
        assertThat(shop.number("select count(*) from stock_movement where kind = 'SHIP'")).isEqualTo(orders);
        assertThat(shop.number("select count(*) from invoice")).isEqualTo(orders);
        assertThat(shop.number("select max(number) - min(number) + 1 from invoice")).isEqualTo(orders);
        var sentByMessage = Arrays.stream(mail.getReceivedMessages())
                .collect(Collectors.groupingBy(CrashedStepsTest::messageId, Collectors.counting()));
        assertThat(sentByMessage.keySet()).containsExactlyInAnyOrderElementsOf(
                shop.orders.list(null, 1_000).stream().map(order -> "<" + Order.jobId(order.uuid()) + "@callboard>")
                        .toList());
        assertThat(sentByMessage).as("a mail whose mark was lost came again").containsValue(2L);
    }

    /** An outage that is shorter than the retries' span. */
    @Test
    @Tag("F07")
    void anOutageOfPostgresFailsNoOrderAndCountsNoAttempt() throws Exception {
        List<UUID> orders = List.of(shop.paid("ada", TWO), shop.paid("bea", TWO), shop.paid("cy", TWO));
        try (TestShop behind = behindProxy()) {
            behind.watch.ensureOpen();
            StepWork cutting = once(() -> postgres.cutAt(1, Cut.BEFORE_IT_ARRIVES));
            behind.worker(behind.handler(List.of(cutting, new InventoryStep(behind.fulfilment))));
            Awaitility.await().atMost(Duration.ofSeconds(40))
                    .until(() -> orders.stream().allMatch(order -> job(order).attemptsStarted() >= 2));
            assertThat(orders).allSatisfy(order -> {
                assertThat(job(order).attemptsMade()).isZero();
                assertThat(shop.state(order)).isIn(OrderState.PAID, OrderState.PROCESSING);
            });
            postgres.heal();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> orders.stream()
                    .allMatch(order -> shop.state(order) == OrderState.COMPLETED));
        }
        assertThat(shop.product("BULB").product().onHand()).isEqualTo(994);
        assertThat(shop.number("select count(*) from alert")).isZero();
    }

    private boolean cutWhileFulfilling(UUID order, int request, Cut side) {
        try (TestShop behind = behindProxy()) {
            var mine = behind.fulfilment.takeOver(order).orElseThrow();
            new InventoryStep(shop.fulfilment).run(mine);
            postgres.cutAt(request, side);
            try {
                steps(behind).stream().skip(1).forEach(step -> step.run(mine));
                behind.fulfilment.complete(mine);
            } catch (RuntimeException expected) {
                assertThat(postgres.isDown()).as("failed without a cut: %s", expected).isTrue();
            }
            return postgres.heal();
        }
    }

    private JobSnapshot job(UUID order) {
        return shop.queue.find(Order.jobId(order)).orElseThrow();
    }

    private List<StepWork> steps(TestShop over) {
        Mailer mailer = new Mailer(URI.create("smtp://127.0.0.1:" + mail.getSmtp().getPort()), "shop@localhost");
        return List.of(new InventoryStep(over.fulfilment), new EmailStep(over.fulfilment, mailer, "shop@localhost"),
                new InvoiceStep(over.fulfilment,
                        new InvoiceDocument(ZoneId.of("Europe/Dublin"), Locale.UK, Currency.getInstance("EUR"))));
    }

    /** A step that does this the first time it is tried. */
    private static StepWork once(Runnable first) {
        AtomicBoolean done = new AtomicBoolean();
        return new StepWork() {
            @Override
            public String name() {
                return "email";
            }

            @Override
            public void run(Fulfilment.TakenOver mine) {
                if (done.compareAndSet(false, true)) {
                    first.run();
                }
            }
        };
    }

    private static String messageId(jakarta.mail.internet.MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (jakarta.mail.MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private TestShop behindProxy() {
        return shop.through(
                new PostgresAddress(shop.address.jdbcUrl().replaceFirst(":\\d+/", ":" + postgres.port() + "/"),
                        shop.address.user(), shop.address.password()),
                shop.redisServer.address());
    }
}

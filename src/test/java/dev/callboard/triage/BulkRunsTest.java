package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.jobs.NewJob;
import dev.callboard.live.Signals;
import dev.callboard.orders.OrderState;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.StockLine;
import dev.callboard.workers.InventoryStep;

/** A bulk action on real servers: the frozen list, each job once, through pauses, stops and crashes. */
class BulkRunsTest {
    private static final String WHY = "the mail server moved";
    private final TestShop shop = new TestShop();
    private final BulkRuns runs = new BulkRuns(shop.database, shop.audit, Signals.none());
    private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();

    @BeforeEach
    void stock() {
        shop.receive("BULB", 1_000);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A08")
    void actsOnTheFrozenListOnceThroughAStopACrashAndOtherPeople() throws Exception {
        failed(200);
        List<FailedJob> frozen = shop.cases.freeze(TestShop.QUEUE, null);
        BulkRun run = runs.start(BulkAction.CANCEL, frozen, "SMTP timeout", WHY, RunPace.ALL);
        failed(1);
        // another person retries ten of them and cancels ten more
        frozen.subList(150, 160).forEach(job -> shop.actions.retry(new JobKey(job.queue(), job.id())));
        frozen.subList(160, 170).forEach(job -> shop.actions.cancel(new JobKey(job.queue(), job.id()), "asked for"));

        BulkRunner first = runner(shop, Duration.ofMillis(300));
        RunLease lost = first.claim().orElseThrow();
        for (int item = 0; item < 100; item++) {
            assertThat(first.turn(lost)).isPresent();
        }
        runs.pause(run.id());
        assertThat(first.turn(lost)).isEmpty();
        assertThat(runs.find(run.id()).orElseThrow().tally().finished()).isEqualTo(100);
        runs.resume(run.id());
        // the first console is gone without a word, after one more job of which it wrote nothing but the order itself
        JobKey inHand = new JobKey(frozen.get(100).queue(), frozen.get(100).id());
        BulkRunner second = runner(shop, Duration.ofMillis(300));
        RunLease crashed = second.claim().orElseThrow();
        BulkRuns.Turn cutShort = runs.next(crashed).orElseThrow();
        shop.actions.cancel(inHand, cutShort.item().seen(), dev.callboard.audit.Act.person(WHY),
                tx -> runs.done(tx, cutShort));

        try (BulkRunner third = runner(shop, Duration.ofSeconds(10))) {
            third.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> runs.find(run.id()).orElseThrow().state().isEnded());
        }

        BulkRun ended = runs.find(run.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(BulkRunState.DONE);
        assertThat(ended.tally()).isEqualTo(new RunTally(200, 180, 20, 0, 0, 0));
        assertThat(shop.number("select count(*) from orders where state = 'CANCELLED'")).isEqualTo(190);
        assertThat(shop.number("select count(*) from orders where state = 'FAILED'")).as("failed later").isOne();
        assertThat(shop.number("select count(*) from refund")).isEqualTo(190);
        assertThat(shop.number("select count(*) from stock_movement where kind = 'CANCEL_RETURN'")).isEqualTo(190);
        assertThat(runs.items(run.id()).subList(150, 170))
                .allSatisfy(item -> assertThat(item.result()).isEqualTo(BulkRunItem.Result.MOVED))
                .first().satisfies(item -> assertThat(item.message()).contains("is PAID"));
        // a runner that wakes up late finds nothing to do
        assertThat(second.turn(crashed)).isEmpty();
        assertThat(faults).isEmpty();
    }

    @Test
    @Tag("A08")
    void twoConsolesNeverWorkAtOneRun() throws Exception {
        failed(3);
        runs.start(BulkAction.RETRY, shop.cases.freeze(TestShop.QUEUE, null), "all", null, RunPace.ALL);
        BulkRunner one = runner(shop, Duration.ofSeconds(10));
        BulkRunner other = runner(shop, Duration.ofSeconds(10));

        RunLease mine = one.claim().orElseThrow();
        assertThat(other.claim()).isEmpty();
        assertThat(one.turn(mine)).isPresent();
        runs.release(mine);
        assertThat(other.claim()).isPresent();
        assertThat(one.turn(mine)).as("it was given away").isEmpty();
    }

    @Test
    @Tag("A08")
    void asksAfterTheFirstThreeAndGoesOnWhenTold() throws Exception {
        failed(5);
        BulkRun run = runs.start(BulkAction.RETRY, shop.cases.freeze(TestShop.QUEUE, null), "all", null,
                RunPace.THREE_FIRST);
        try (BulkRunner runner = runner(shop, Duration.ofSeconds(10))) {
            runner.start();
            await().until(() -> runs.find(run.id()).orElseThrow().state() == BulkRunState.ASKING);
            assertThat(runs.find(run.id()).orElseThrow().tally().finished()).isEqualTo(3);
            assertThat(shop.number("select count(*) from orders where state = 'PAID'")).isEqualTo(3);

            runs.resume(run.id());
            runner.wake();
            await().until(() -> runs.find(run.id()).orElseThrow().state() == BulkRunState.DONE);
        }
        assertThat(shop.number("select count(*) from orders where state = 'PAID'")).isEqualTo(5);
        assertThat(shop.number("select count(*) from audit_entry where action = 'order.retry' and reason = 'Run "
                + run.id() + "'")).isEqualTo(5);
    }

    @Test
    @Tag("A08")
    void stopsByItselfWhenMoreThanOneInTenIsRefused() throws Exception {
        failed(30);
        BulkRun run = runs.start(BulkAction.DISCARD, shop.cases.freeze(TestShop.QUEUE, null), "all", WHY,
                RunPace.ALL);
        BulkRunner runner = runner(shop, Duration.ofSeconds(10));
        RunLease mine = runner.claim().orElseThrow();
        while (runner.turn(mine).isPresent()) {
            assertThat(runs.find(run.id()).orElseThrow().tally().finished()).isLessThan(30);
        }

        BulkRun stopped = runs.find(run.id()).orElseThrow();
        assertThat(stopped.state()).isEqualTo(BulkRunState.STOPPED);
        assertThat(stopped.note()).contains("one in ten");
        assertThat(stopped.tally()).isEqualTo(new RunTally(30, 0, 0, 0, 2, 0));
        assertThat(runs.items(run.id()).getFirst().message()).contains("cancel it instead");
        assertThatThrownBy(() -> runs.resume(run.id())).isInstanceOf(Refusal.class).hasMessageContaining("STOPPED");
    }

    @Test
    @Tag("A08")
    @Tag("A09")
    void discardsWhatBelongsToNobodyUnlessItRanAgainMeanwhile() throws Exception {
        JobQueue mails = new JobQueue(shop.redis, "bull", "invoice-mail");
        List<String> ids = new ArrayList<>();
        for (int mail = 0; mail < 12; mail++) {
            ids.add(mails.add(NewJob.of("send", "mail-" + mail, "{\"n\":1}", JobOptions.DEFAULT)));
        }
        failAll(mails, 12);
        List<FailedJob> frozen = shop.cases.freeze("invoice-mail", null);
        BulkRun run = runs.start(BulkAction.DISCARD, frozen, "all", WHY, RunPace.ALL);
        mails.retry(ids.get(4));
        failAll(mails, 12);
        mails.remove(ids.get(5));

        BulkRunner runner = runner(shop, Duration.ofSeconds(10));
        RunLease mine = runner.claim().orElseThrow();
        Optional<BulkRuns.Turn> turn;
        do {
            turn = runner.turn(mine);
        } while (turn.isPresent());

        assertThat(runs.find(run.id()).orElseThrow().tally()).isEqualTo(new RunTally(12, 10, 1, 1, 0, 0));
        assertThat(mails.ids(dev.callboard.jobs.JobState.FAILED, null)).containsExactly(ids.get(4));
        assertThat(shop.number("select count(*) from job_evidence where cause = 'discard'")).isEqualTo(10);
    }

    @Test
    @Tag("A08")
    @Tag("L08")
    void onlyAdminsMayStartPauseOrWorkAtARun() throws Exception {
        failed(1);
        List<FailedJob> frozen = shop.cases.freeze(TestShop.QUEUE, null);
        BulkRun run = runs.start(BulkAction.RETRY, frozen, "all", null, RunPace.ALL);
        for (String role : List.of("callboard_staff", "callboard_worker", "callboard_gateway", "callboard_kiosk")) {
            try (TestShop other = shop.through(TestServers.addressFor(shop.address, role),
                    shop.redisServer.address())) {
                BulkRuns theirs = new BulkRuns(other.database, other.audit, Signals.none());
                assertThatThrownBy(() -> theirs.start(BulkAction.RETRY, frozen, "all", null, RunPace.ALL)).as(role)
                        .isInstanceOf(NotPermitted.class);
                assertThatThrownBy(() -> theirs.pause(run.id())).as(role).isInstanceOf(NotPermitted.class);
                assertThatThrownBy(() -> runner(other, Duration.ofSeconds(1)).claim()).as(role)
                        .isInstanceOf(NotPermitted.class);
            }
        }
        assertThat(runs.find(run.id()).orElseThrow().state()).isEqualTo(BulkRunState.RUNNING);
    }

    @Test
    void everyStateKnowsWhatTheSchemaAllows() throws Exception {
        failed(1);
        for (BulkRunState from : BulkRunState.values()) {
            for (BulkRunState to : BulkRunState.values()) {
                if (from != to) {
                    assertThat(isAllowed(from, to)).as(from + " to " + to).isEqualTo(from.successors().contains(to));
                }
            }
        }
    }

    private boolean isAllowed(BulkRunState from, BulkRunState to) {
        try {
            shop.database.transaction(tx -> {
                tx.handle().execute("set local session_replication_role = replica");
                tx.handle().execute("insert into bulk_run (action, title, total, state, ended_at) values "
                        + "('RETRY', 'x', 1, ?, case when ? in ('STOPPED', 'DONE') then callboard_now() end)",
                        from.name(), from.name());
                tx.handle().execute("set local session_replication_role = origin");
                tx.handle().execute("update bulk_run set state = ?, "
                        + "ended_at = case when ? in ('STOPPED', 'DONE') then callboard_now() end", to.name(),
                        to.name());
                tx.handle().execute("delete from bulk_run");
                return null;
            });
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    private BulkRunner runner(TestShop through, Duration lease) {
        BulkRuns theirs = new BulkRuns(through.database, through.audit, Signals.none());
        return new BulkRunner(theirs, through.actions, faults::add, lease);
    }

    private void failed(int orders) throws InterruptedException {
        for (int order = 0; order < orders; order++) {
            UUID id = shop.paid("customer " + order, new StockLine("BULB", 1));
            assertThat(shop.state(id)).isEqualTo(OrderState.PAID);
        }
        try (JobWorker worker = shop.worker(shop.handler(List.of(new InventoryStep(shop.fulfilment),
                TestShop.failing("email", "SMTP timeout after 10 s"))))) {
            shop.drain();
        }
    }

    private static void failAll(JobQueue queue, int jobs) {
        try (JobWorker worker = new JobWorker(queue, JobWorkerOptions.named("fails"),
                job -> new JobOutcome.FailedForGood("no such mailbox", null))) {
            worker.start();
            await().atMost(Duration.ofSeconds(10)).until(() -> queue.counts().failed() == jobs);
        }
    }
}

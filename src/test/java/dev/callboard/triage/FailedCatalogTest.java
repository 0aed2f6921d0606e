package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.JobOutcome;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.JobWorker;
import dev.callboard.jobs.JobWorkerOptions;
import dev.callboard.jobs.NewJob;
import dev.callboard.live.Signals;
import dev.callboard.orders.Order;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.StockLine;

/** What Triage keeps: every failed job read once, groups and who looks after them, filters of one's own, edited data. */
class FailedCatalogTest {
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A01")
    void knowsEveryFailedJobOfEveryQueueAndReadsInSteps() throws Exception {
        shop.receive("BULB", 10);
        UUID order = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        JobQueue mails = fail("invoice-mail", 5);
        FailedCatalog catalog = shop.cases.catalog();

        FailedCatalog.Contents first = catalog.read(shop.cases.queues(), 3);
        assertThat(first.total()).isEqualTo(6);
        assertThat(first.isComplete()).isFalse();
        FailedCatalog.Contents all = catalog.read(shop.cases.queues(), 10);
        assertThat(all.isComplete()).isTrue();
        assertThat(all.rows()).extracting(row -> row.job().queue()).containsOnly(TestShop.QUEUE, "invoice-mail");
        assertThat(all.groups(Map.of(), shop.database.now())).extracting(FailureGroup::count).containsExactly(5L, 1L);
        assertThat(all.groups(Map.of(), shop.database.now()).getFirst().hourly()).hasSize(24).last().isEqualTo(5);
        assertThat(all.groups(Map.of(), shop.database.now()).getLast().step()).isEqualTo("email");

        mails.remove("mail-1");
        mails.retry("mail-2");
        assertThat(catalog.read(shop.cases.queues(), 10).rows()).extracting(row -> row.job().id())
                .containsExactlyInAnyOrder("mail-0", "mail-3", "mail-4", Order.jobId(order));
        shop.queue.remove(Order.jobId(order));
        assertThat(catalog.read(shop.cases.queues(), 10).rows()).filteredOn(row -> row.job().lost())
                .singleElement().satisfies(row -> assertThat(row.job().order().uuid()).isEqualTo(order));
    }

    @Test
    @Tag("L08")
    void aGroupIsClaimedByOneAndOnlyAnAdminMay() {
        GroupClaims claims = new GroupClaims(shop.database, shop.audit, Signals.none());
        claims.claim("SMTP <n>", 37, "asking the host");
        claims.claim("SMTP <n>", 37, "still asking");

        assertThat(claims.all()).singleElement().satisfies(claim -> {
            assertThat(claim.mine()).isTrue();
            assertThat(claim.note()).isEqualTo("still asking");
        });
        try (TestShop admin = as("callboard_admin"); TestShop staff = as("callboard_staff")) {
            GroupClaims theirs = new GroupClaims(admin.database, admin.audit, Signals.none());
            assertThat(theirs.all().getFirst().mine()).isFalse();
            assertThatThrownBy(() -> theirs.claim("SMTP <n>", 37, null)).isInstanceOf(Refusal.class)
                    .hasMessageContaining("claimed by");
            assertThatThrownBy(() -> new GroupClaims(staff.database, staff.audit, Signals.none()).claim("x", 1, null))
                    .isInstanceOf(NotPermitted.class);
            theirs.release("SMTP <n>");
        }
        assertThat(claims.all()).isEmpty();
        assertThatThrownBy(() -> claims.release("SMTP <n>")).isInstanceOf(Refusal.class);
        assertThat(shop.number("select count(*) from audit_entry where subject_kind = 'group'")).isEqualTo(3);
    }

    @Test
    void everyLoginKeepsItsOwnFilters() {
        try (TestShop admin = as("callboard_admin"); TestShop staff = as("callboard_staff")) {
            SavedFilters mine = new SavedFilters(admin.database);
            SavedFilters theirs = new SavedFilters(staff.database);
            mine.save("Today", "failed:today");
            mine.save("Today", "failed:today stake:>100");
            mine.save("Mine", "is:mine");
            theirs.save("Today", "error:smtp");

            assertThat(mine.all()).extracting(SavedFilter::query).containsExactly("failed:today stake:>100", "is:mine");
            assertThat(theirs.all()).extracting(SavedFilter::query).containsExactly("error:smtp");
            long today = mine.all().getFirst().id();
            assertThatThrownBy(() -> mine.rename(today, "Mine")).isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> theirs.rename(today, "Theirs")).isInstanceOf(Refusal.class);
            theirs.delete(today);
            mine.rename(today, "Over 100");
            assertThat(mine.all()).extracting(SavedFilter::name).containsExactly("Over 100", "Mine");
            mine.delete(today);
            assertThat(mine.all()).hasSize(1);
        }
    }

    @Test
    @Tag("A02")
    void runsAgainWithEditedDataAndKeepsTheOriginal() throws Exception {
        JobQueue mails = fail("invoice-mail", 2);
        Payloads payloads = new Payloads(shop.database, shop.audit, shop.actions, shop.files);
        FailedJob job = shop.cases.list("invoice-mail", JobState.FAILED, null, 10, null).jobs().getFirst();

        assertThatThrownBy(() -> payloads.retryEdited(job, "{\"host\":")).isInstanceOf(Refusal.class)
                .hasMessageContaining("no JSON");
        assertThat(payloads.retryEdited(job, "{\"host\":\"relay\"}").result())
                .isEqualTo(ActionResult.Result.RETRIED);
        assertThat(mails.find(job.id()).orElseThrow()).satisfies(now -> {
            assertThat(now.state()).isEqualTo(JobState.WAITING);
            assertThat(now.data()).isEqualTo("{\"host\":\"relay\"}");
        });
        assertThat(shop.cases.show("invoice-mail", job.id()).evidence().getFirst().snapshot().path("data").asText())
                .isEqualTo("{\"n\":1}");
        assertThat(payloads.retryEdited(job, "{}").result()).isEqualTo(ActionResult.Result.MOVED);
        assertThat(shop.number("select count(*) from audit_entry where action = 'job.edit'")).isOne();
    }

    private TestShop as(String role) {
        return shop.through(TestServers.addressFor(shop.address, role), shop.redisServer.address());
    }

    private JobQueue fail(String name, int jobs) {
        JobQueue queue = new JobQueue(shop.redis, "bull", name);
        for (int job = 0; job < jobs; job++) {
            queue.add(NewJob.of("send", "mail-" + job, "{\"n\":1}", JobOptions.DEFAULT));
        }
        try (JobWorker worker = new JobWorker(queue, JobWorkerOptions.named("fails"),
                taken -> new JobOutcome.FailedForGood("no such mailbox", null))) {
            worker.start();
            await().atMost(Duration.ofSeconds(20)).until(() -> queue.counts().failed() == jobs);
        }
        return queue;
    }
}

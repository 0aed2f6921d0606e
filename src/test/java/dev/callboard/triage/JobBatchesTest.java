package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;
import dev.callboard.jobs.JobActionResult;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.JobState;
import dev.callboard.jobs.Progress;
import dev.callboard.orders.OrderState;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.StockLine;
import dev.callboard.triage.ActionResult.Result;

/** Very many jobs at once, those of other programs and our own. */
class JobBatchesTest {
    private static final String FOREIGN = "invoice-mail";
    private final TestShop shop = new TestShop();
    private final JobQueue foreign = new JobQueue(shop.redis, "bull", FOREIGN);
    private final JobBatches batches = new JobBatches(shop.database, shop.audit, shop.files, shop.actions);
    private final JobClearance clearance = new JobClearance(shop.database, shop.audit, shop.triageQueues);

    @BeforeEach
    void fill() {
        shop.redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, """
                for n = 1, 250 do
                  redis.call('HSET', KEYS[1] .. 'f' .. n, 'name', 'mail', 'data', '{"n":' .. n .. '}', 'opts', '{}',
                      'timestamp', n, 'atm', 1, 'failedReason', 'boom ' .. n, 'finishedOn', n)
                  redis.call('ZADD', KEYS[1] .. 'failed', n, 'f' .. n)
                end
                redis.call('HSET', KEYS[1] .. 'meta', 'opts.maxLenEvents', 10000)""", RScript.ReturnType.LONG,
                List.of("bull:" + FOREIGN + ":"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A02")
    void allThatMatchRunAgainAndTheEvidenceAndAuditOfEachIsKept() {
        List<FailedJob> frozen = shop.cases.freeze(FOREIGN, "boom");
        assertThat(foreign.retry("f7")).isEqualTo(JobActionResult.DONE);
        assertThat(foreign.remove("f8")).isEqualTo(JobActionResult.DONE);

        List<ActionResult> results = batches.retry(FOREIGN, frozen, Progress.NONE);

        assertThat(results).hasSize(250).extracting(ActionResult::id).startsWith("f250").endsWith("f1");
        assertThat(results).filteredOn(result -> result.result() == Result.RETRIED).hasSize(248);
        assertThat(results).filteredOn(result -> result.result() == Result.MOVED).extracting(ActionResult::id)
                .containsExactly("f7");
        assertThat(results).filteredOn(result -> result.result() == Result.GONE).extracting(ActionResult::id)
                .containsExactly("f8");
        assertThat(foreign.counts().waiting()).isEqualTo(249);
        JobCase one = shop.cases.show(FOREIGN, "f9");
        assertThat(one.evidence()).singleElement().satisfies(row -> {
            assertThat(row.cause()).isEqualTo("retry");
            assertThat(row.error()).isEqualTo("boom 9");
            assertThat(row.snapshot().path("data").asText()).isEqualTo("{\"n\":9}");
        });
        assertThat(one.audit()).extracting("action").containsExactly("job.retry");
    }

    @Test
    @Tag("A02")
    void anOrdersJobIsACaseOfItsOwn() throws Exception {
        shop.receive("BULB", 10);
        UUID failed = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
        UUID moved = shop.failedAfterShipping("ben", new StockLine("BULB", 1));
        List<FailedJob> frozen = shop.cases.freeze(TestShop.QUEUE, "");
        shop.actions.cancel(shop.key(moved), "not wanted");

        List<ActionResult> results = batches.retry(TestShop.QUEUE, frozen, Progress.NONE);

        assertThat(results).extracting(ActionResult::result).containsExactlyInAnyOrder(Result.RETRIED, Result.MOVED);
        assertThat(shop.state(failed)).isEqualTo(OrderState.PAID);
        assertThat(shop.state(moved)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void whoStopsInBetweenFindsWholeBatchesDoneAndTheRestUntouched() {
        List<Long> heard = new ArrayList<>();
        List<ActionResult> results = batches.retry(FOREIGN, shop.cases.freeze(FOREIGN, "boom"), done -> {
            heard.add(done);
            return done < 200;
        });
        assertThat(heard).containsExactly(0L, 100L, 200L);
        assertThat(results).hasSize(200).allMatch(result -> result.result() == Result.RETRIED);
        assertThat(foreign.counts().waiting()).isEqualTo(200);
        assertThat(foreign.counts().failed()).isEqualTo(50);
        assertThat(shop.cases.show(FOREIGN, "f1").evidence()).as("untouched").isEmpty();

        assertThat(clearance.drain(FOREIGN, true, "tidy", done -> done < 50)).isEqualTo(50);
        assertThat(foreign.counts().waiting()).isEqualTo(150);
        assertThat(clearance.clean(FOREIGN, new JobClearance.Cleaning(JobState.FAILED, Duration.ofHours(1), 200),
                "tidy", done -> false)).isZero();
        assertThat(foreign.counts().failed()).isEqualTo(50);
    }

    @Test
    void discardedOnesAreGoneAndTheirEvidenceStays() {
        List<ActionResult> results = batches.discard(FOREIGN, shop.cases.freeze(FOREIGN, "boom 1"), "old mail",
                Progress.NONE);
        assertThat(results).hasSize(111).allMatch(result -> result.result() == Result.DISCARDED);
        assertThat(foreign.counts().failed()).isEqualTo(139);
        assertThat(shop.cases.show(FOREIGN, "f1").evidence()).hasSize(1);
        assertThat(shop.cases.show(FOREIGN, "f1").audit()).singleElement()
                .satisfies(row -> assertThat(row.reason()).isEqualTo("old mail"));
    }

    @Test
    @Tag("A08")
    void whatRanAgainSinceTheListWasMadeIsLeftAlone() {
        List<FailedJob> frozen = shop.cases.freeze(FOREIGN, "boom 11");
        assertThat(frozen).hasSize(11);
        foreign.retry("f11");
        // f110 ran, and failed anew
        shop.redis.client().getScoredSortedSet("bull:" + FOREIGN + ":failed", StringCodec.INSTANCE).add(5_000, "f110");

        List<ActionResult> results = batches.discard(FOREIGN, frozen, "old mail", Progress.NONE);

        assertThat(results).filteredOn(result -> result.result() == Result.MOVED).extracting(ActionResult::id)
                .containsExactlyInAnyOrder("f11", "f110");
        assertThat(results).filteredOn(result -> result.result() == Result.DISCARDED).hasSize(9);
        assertThat(foreign.find("f11").orElseThrow().state()).isEqualTo(JobState.WAITING);
        assertThat(batches.retry(FOREIGN, frozen, Progress.NONE)).extracting(ActionResult::result)
                .doesNotContain(Result.RETRIED);
        assertThat(foreign.find("f110").orElseThrow().state()).isEqualTo(JobState.FAILED);
    }

    @Test
    void cleaningIsAuditedAndNeverForOrders() {
        assertThat(clearance.clean(FOREIGN, new JobClearance.Cleaning(JobState.FAILED, Duration.ofHours(1), 200),
                "tidy", Progress.NONE)).isEqualTo(200);
        foreign.retryAllFailed();
        assertThat(clearance.drain(FOREIGN, true, "tidy", Progress.NONE)).isEqualTo(50);
        assertThat(shop.database.<List<String>>transaction(tx -> shop.audit.about(tx, "jobs", FOREIGN).stream()
                .map(row -> row.action()).toList()))
                .containsExactly("jobs.clean", "jobs.cleaned", "jobs.drain", "jobs.drained");
        assertThatThrownBy(() -> clearance.drain(TestShop.QUEUE, true, "tidy", Progress.NONE))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("has_orders"));
        assertThatThrownBy(() -> clearance.drain(FOREIGN, true, " ", Progress.NONE)).isInstanceOf(Refusal.class);
    }
}

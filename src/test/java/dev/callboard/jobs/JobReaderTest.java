package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RScript;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.client.codec.StringCodec;

import dev.callboard.refusals.Refusal;

/** Every job can be found, paged and inspected, whatever stands in it. */
@ExtendWith(RedisOfTests.class)
class JobReaderTest {

    @Test
    @Tag("A01")
    void twentyThousandFailedJobsArePagedNewestFirstWithoutGapOrRepeat(TestQueue test) {
        fill(test, 20_000);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JobPage page = test.queue.page(JobState.FAILED, cursor, 700, null);
            page.jobs().forEach(job -> seen.add(job.id()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).hasSize(20_000).doesNotHaveDuplicates();
        assertThat(seen.subList(0, 3)).containsExactly("j20000", "j19999", "j19998");
        assertThat(test.queue.total(JobState.FAILED, null)).isEqualTo(20_000);
        assertThat(test.queue.ids(JobState.FAILED, null)).isEqualTo(seen);
        assertThat(test.queue.total(JobState.FAILED, "NUMBER 7")).as("7, 7x, 7xx, 7xxx").isEqualTo(1111);
        JobPage found = test.queue.page(JobState.FAILED, null, 10, "j199");
        assertThat(found.jobs()).hasSize(10).allMatch(job -> job.id().startsWith("j199"));
        assertThat(test.queue.page(JobState.FAILED, found.next(), 10, "j199").jobs())
                .doesNotContainAnyElementsOf(found.jobs()).hasSize(10);
        assertThat(test.queue.groups()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(20_000);
            assertThat(group.fingerprint()).isEqualTo("no number <n>");
            assertThat(group.error()).isEqualTo("no number 20000");
            assertThat(group.first()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
            assertThat(group.last()).isEqualTo(Instant.ofEpochMilli(1_700_000_002_000L));
        });
    }

    @Test
    void aParentIsShownWithWhatBecameOfItsChildren(TestQueue test) {
        test.failed("parent", "x", "{}", "boom", 5000);
        assertThat(test.queue.find("parent").orElseThrow().children()).isNull();
        for (int number = 0; number < 150; number++) {
            test.command("SADD", test.key("parent:dependencies"), "bull:other:" + number);
        }
        test.command("HSET", test.key("parent:processed"), "bull:other:a", "1", "bull:other:b", "2");
        test.command("HSET", test.key("parent:failed"), "bull:other:c", "boom");
        test.command("ZADD", test.key("parent:unsuccessful"), "5", "bull:other:d");

        JobChildren children = test.queue.find("parent").orElseThrow().children();
        assertThat(children.unfinished().count()).isEqualTo(150);
        assertThat(children.unfinished().keys()).hasSizeBetween(50, 100)
                .allMatch(key -> key.startsWith("bull:other:"));
        assertThat(children.processed().keys()).containsExactlyInAnyOrder("bull:other:a", "bull:other:b");
        assertThat(children.ignored()).isEqualTo(new JobChildren.Kin(1, List.of("bull:other:c")));
        assertThat(children.failed()).isEqualTo(new JobChildren.Kin(1, List.of("bull:other:d")));
    }

    /** Ten jobs fail in the same ms. */
    private static void fill(TestQueue test, int count) {
        test.redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, """
                for n = 1, tonumber(ARGV[2]) do
                  local at = string.format('%d', 1700000000000 + math.floor(n / 10))
                  redis.call('HSET', ARGV[1] .. 'j' .. n, 'name', 'x', 'data', '{"n":' .. n .. '}', 'opts', '{}',
                    'timestamp', at, 'atm', '1', 'failedReason', 'no number ' .. n .. '\\nmore', 'finishedOn', at)
                  redis.call('ZADD', ARGV[1] .. 'failed', at, string.format('j%d', n))
                end
                return 0
                """, RScript.ReturnType.LONG, List.of(), test.key(""), count);
    }

    @Test
    @Tag("A01")
    void aPageGoesOnWhereItEndedThoughTheLastJobIsGoneAndNewOnesCame(TestQueue test) {
        for (String id : List.of("a", "b", "c", "d", "e")) {
            test.failed(id, "x", "{}", "boom", 5000);
        }
        JobPage first = test.queue.page(JobState.FAILED, null, 2, null);
        assertThat(first.jobs()).extracting(JobSummary::id).containsExactly("e", "d");
        test.queue.remove("d");
        test.failed("new", "x", "{}", "boom", 9000);
        JobPage second = test.queue.page(JobState.FAILED, first.next(), 2, null);
        assertThat(second.jobs()).extracting(JobSummary::id).containsExactly("c", "b");
        JobPage third = test.queue.page(JobState.FAILED, second.next(), 2, null);
        assertThat(third.jobs()).extracting(JobSummary::id).containsExactly("a");
        assertThat(third.next()).isNull();
    }

    @Test
    void waitingJobsArePagedTooThoseOfBullmq5Included(TestQueue test) {
        for (int number = 1; number <= 5; number++) {
            test.queue.add(TestQueue.job("{}"));
        }
        test.put("p1", "name", "aside");
        test.put("p2", "name", "aside");
        test.command("RPUSH", test.key("paused"), "p1", "p2");
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            JobPage page = test.queue.page(JobState.WAITING, cursor, 2, null);
            page.jobs().forEach(job -> seen.add(job.id()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).containsExactly("5", "4", "3", "2", "1", "p1", "p2");
        assertThat(test.queue.total(JobState.WAITING, null)).isEqualTo(7);
    }

    @Test
    void aCursorThatIsNoneIsRefused(TestQueue test) {
        assertThatThrownBy(() -> test.queue.page(JobState.FAILED, "nonsense", 5, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> test.queue.page(JobState.FAILED, "x:y", 5, null)).isInstanceOf(Refusal.class);
    }

    @Test
    @Tag("A01")
    void aSearchLooksAtIdNameErrorAndDataInAnyCaseAndTakesEveryLetterAsItIs(TestQueue test) {
        test.failed("needle-1", "x", "{}", "boom", 1);
        test.failed("two", "NEEDLE", "{}", "boom", 2);
        test.failed("three", "x", "{}", "a Needle in it", 3);
        test.failed("four", "x", "{\"k\":\"neEdle\"}", "boom", 4);
        test.failed("five", "x", "{}", "100% [sure] a.b", 5);
        test.failed("six", "x", "{\"name\":\"MÜLLER\"}", "boom", 6);
        test.put("seven", "stacktrace", "[\"needle\"]");

        assertThat(test.queue.ids(JobState.FAILED, "needle")).containsExactly("four", "three", "two", "needle-1");
        assertThat(test.queue.ids(JobState.FAILED, "100% [S")).containsExactly("five");
        assertThat(test.queue.ids(JobState.FAILED, "a.b")).containsExactly("five");
        assertThat(test.queue.ids(JobState.FAILED, "müller")).containsExactly("six");
        assertThat(test.queue.ids(JobState.FAILED, "möller")).isEmpty();
        assertThat(test.queue.total(JobState.FAILED, "boom")).isEqualTo(4);
    }

    @Test
    @Tag("A09")
    void brokenJobsAreShownAsWhatTheyAreAndBreakNoList(TestQueue test) {
        test.failed("text", "x", "not JSON", "boom", 1);
        test.failed("large", "x", "{\"s\":\"" + "y".repeat(5_000_000) + "ENDMARK\"}", "boom", 2);
        test.failed("binary", "x", "", "boom", 3);
        test.redis.client().<String, byte[]>getMap(test.key("binary"), new org.redisson.codec.CompositeCodec(
                StringCodec.INSTANCE, ByteArrayCodec.INSTANCE)).put("data", new byte[]{(byte) 0xff, 0, 1, (byte) 0xc3});
        test.command("ZADD", test.key("failed"), "4", "ghost");
        test.command("SET", test.key("stranger"), "no hash");
        test.command("ZADD", test.key("failed"), "5", "stranger");
        test.failed("bad", "x", "{}", "boom", 6);
        test.put("bad", "stacktrace", "no array");
        test.put("bad", "opts", "{{{");
        test.put("bad", "timestamp", "soon");
        test.put("bad", "atm", "many");
        test.command("ZADD", test.key("failed"), "inf", "endless");

        JobPage page = test.queue.page(JobState.FAILED, null, 50, null);
        assertThat(page.jobs()).extracting(JobSummary::id).containsExactly("endless", "bad", "stranger", "ghost",
                "binary", "large", "text");
        assertThat(page.jobs()).extracting(JobSummary::missing).containsExactly(true, false, true, true, false, false,
                false);
        assertThat(page.jobs().get(5).data()).as("too large for a list").isNull();
        assertThat(page.jobs().get(5).dataBytes()).isEqualTo(5_000_015);
        assertThat(test.queue.ids(JobState.FAILED, "endmark")).containsExactly("large");
        assertThat(test.queue.groups()).isNotEmpty();

        assertThat(kind(test, "text")).isEqualTo(JobSnapshot.DataKind.TEXT);
        assertThat(kind(test, "large")).isEqualTo(JobSnapshot.DataKind.JSON);
        assertThat(kind(test, "binary")).isEqualTo(JobSnapshot.DataKind.BINARY);
        assertThat(test.queue.find("binary").orElseThrow().data()).doesNotContain("\0");
        JobSnapshot bad = test.queue.find("bad").orElseThrow();
        assertThat(bad.stacktrace()).containsExactly("no array");
        assertThat(bad.attemptsMade()).isZero();
        assertThat(bad.addedAt()).isNull();
        JobSnapshot ghost = test.queue.find("ghost").orElseThrow();
        assertThat(ghost.missing()).isTrue();
        assertThat(ghost.state()).isEqualTo(JobState.FAILED);
        assertThat(test.queue.find("nobody")).isEmpty();
        List<String> all = List.of("endless", "bad", "ghost", "binary", "large", "text", "stranger");
        assertThat(test.queue.removeAll(all).values()).containsOnly(JobActionResult.DONE);
        assertThat(test.set("failed")).isEmpty();
    }

    private static JobSnapshot.DataKind kind(TestQueue test, String id) {
        return test.queue.find(id).orElseThrow().dataKind();
    }

    @Test
    void aSearchFindsWhatStandsInDataOfMegabytes(TestQueue test) {
        String much = "aB".repeat(400_000);
        test.failed("large", "x", "{\"a\":\"" + much + " Needle\"}", "boom", 5000);
        test.failed("other", "x", "{\"a\":\"" + much + "\"}", "boom", 6000);
        assertThat(test.queue.ids(JobState.FAILED, "nEEDle")).containsExactly("large");
        assertThat(test.queue.total(JobState.FAILED, "aba")).isEqualTo(2);
    }

    @Test
    @Tag("A01")
    void oneJobIsReadWhole(TestQueue test) {
        test.failed("a", "mail", "{\"to\":\"x\"}", "boom", 1_700_000_000_000L);
        test.put("a", "cbr", "3");
        test.put("a", "stc", "1");
        test.command("RPUSH", test.key("a:logs"), "one", "two");

        JobSnapshot job = test.queue.find("a").orElseThrow();
        assertThat(job.state()).isEqualTo(JobState.FAILED);
        assertThat(job.name()).isEqualTo("mail");
        assertThat(job.isDataJson()).isTrue();
        assertThat(job.attemptsMade()).isEqualTo(1);
        assertThat(job.stalls()).isEqualTo(1);
        assertThat(job.failedReason()).isEqualTo("boom");
        assertThat(job.stacktrace()).containsExactly("Error: boom");
        assertThat(job.logs()).containsExactly("one", "two");
        assertThat(job.finishedAt()).isEqualTo(job.at()).isEqualTo(Instant.ofEpochMilli(1_700_000_000_000L));
        assertThat(job.round()).isEqualTo(3);
        assertThat(job.missing()).isFalse();
    }

    @Test
    void lookingChangesNothing(TestQueue test) {
        test.queue.page(JobState.FAILED, null, 5, "x");
        test.queue.find("a");
        test.queue.counts();
        assertThat(test.queue.exists()).isFalse();
        assertThat(test.redis.client().getKeys().countExists(test.key("meta"), test.key("id"), test.key("events")))
                .isZero();
    }
}

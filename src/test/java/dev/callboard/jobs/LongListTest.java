package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

/** Lists so long that no script may search them from end to end. */
@ExtendWith(RedisOfTests.class)
class LongListTest {
    /** More than twice the distance from an end at which a search is still short enough. */
    private static final int MANY = 300_000;
    private static final int STEP = 10_000;

    @Test
    void aJobIsFoundAndRemovedWhereverItStandsInALongList(TestQueue test) {
        fill(test, MANY);
        for (int number : List.of(0, 3, 149_000, MANY - 1)) {
            String id = "j" + number;
            test.put(id, "name", "x");
            assertThat(test.queue.find(id).orElseThrow().state()).isEqualTo(JobState.WAITING);
            assertThat(test.queue.remove(id)).isEqualTo(JobActionResult.DONE);
            assertThat(test.queue.find(id)).isEmpty();
        }
        assertThat(kinds(test)).isEqualTo(MANY - 4);
        assertThat((List<?>) test.command("LRANGE", test.key("wait"), "0", "2"))
                .as("the newest took the place in the middle").isEqualTo(List.of("j2", "j4", "j5"));
    }

    @Test
    void aJobOfNoListIsKnownToBeNowhere(TestQueue test) {
        fill(test, MANY);
        test.put("lost", "name", "x");
        assertThat(test.queue.find("lost").orElseThrow().state()).isEqualTo(JobState.UNKNOWN);
        assertThat(test.queue.remove("lost")).isEqualTo(JobActionResult.DONE);
        assertThat(test.queue.remove("lost")).isEqualTo(JobActionResult.GONE);
    }

    @Test
    void aJobOfALongListGetsAnotherPriority(TestQueue test) {
        fill(test, MANY);
        test.put("j150000", "name", "x");
        assertThat(test.queue.changePriority("j150000", 5, false)).isEqualTo(JobActionResult.DONE);
        assertThat(test.set("prioritized")).containsOnlyKeys("j150000");
        assertThat(kinds(test)).isEqualTo(MANY - 1);
    }

    @Test
    void whatManyActionsTouchIsRemovedThoughTogetherTheySearchForTooLong(TestQueue test) {
        fill(test, 30_000);
        List<String> ids = IntStream.range(10_000, 10_010).mapToObj(number -> "j" + number).toList();
        assertThat(test.queue.removeAll(ids).values()).containsOnly(JobActionResult.DONE).hasSize(10);
        assertThat(test.list("wait")).hasSize(29_990).doesNotContainAnyElementsOf(ids);
    }

    @Test
    void oldOnesAreCleanedFromTheMiddleOfALongList(TestQueue test) {
        fill(test, MANY);
        script(test, MANY, """
                for n = tonumber(ARGV[1]), ARGV[2] do
                  local isOld = n >= 120000 and n < 120050
                  redis.call('HSET', KEYS[1] .. 'j' .. n, 'timestamp', isOld and '1000' or '9000000000000')
                end""");
        assertThat(test.queue.clean(JobState.WAITING, Duration.ofMinutes(1), 1_000_000)).hasSize(50);
        assertThat(kinds(test)).isEqualTo(MANY - 50);
    }

    private static void fill(TestQueue test, int count) {
        test.put("meta", "opts.maxLenEvents", "10000");
        script(test, count,
                "for n = tonumber(ARGV[1]), ARGV[2] do redis.call('RPUSH', KEYS[1] .. 'wait', 'j' .. n) end");
    }

    /** How many different ids wait, which must be all. */
    private static int kinds(TestQueue test) {
        Set<Object> ids = new HashSet<>();
        for (int from = 0; from < MANY; from += STEP) {
            List<?> part = (List<?>) test.command("LRANGE", test.key("wait"), String.valueOf(from),
                    String.valueOf(from + STEP - 1));
            part.forEach(id -> assertThat(ids.add(id)).as("once only: %s", id).isTrue());
        }
        return ids.size();
    }

    /** In steps that no busy machine needs long for. @param text acts on the numbers from ARGV[1] to ARGV[2] */
    private static void script(TestQueue test, int count, String text) {
        for (int from = 0; from < count; from += STEP) {
            test.redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, text,
                    RScript.ReturnType.LONG, List.of(test.key("")), String.valueOf(from),
                    String.valueOf(Math.min(count, from + STEP) - 1));
        }
    }
}

package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
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
        script(test, """
                for n = 0, 299999 do
                  if n < 120000 or n >= 120050 then
                    redis.call('HSET', KEYS[1] .. 'j' .. n, 'name', 'x', 'timestamp', '9000000000000')
                  else
                    redis.call('HSET', KEYS[1] .. 'j' .. n, 'name', 'x', 'timestamp', '1000')
                  end
                end""");
        assertThat(test.queue.clean(JobState.WAITING, Duration.ofMinutes(1), 1_000_000)).hasSize(50);
        assertThat(kinds(test)).isEqualTo(MANY - 50);
    }

    private static void fill(TestQueue test, int count) {
        test.put("meta", "opts.maxLenEvents", "10000");
        script(test, "for n = 0, %d do redis.call('RPUSH', KEYS[1] .. 'wait', 'j' .. n) end".formatted(count - 1));
    }

    /** How many different ids wait, which must be all; reading them from here would take too long. */
    private static long kinds(TestQueue test) {
        return script(test, """
                local seen, kinds = {}, 0
                local ids = redis.call('LRANGE', KEYS[1] .. 'wait', 0, -1)
                for _, id in ipairs(ids) do
                  kinds = kinds + (seen[id] and 0 or 1)
                  seen[id] = true
                end
                return kinds == #ids and kinds or -1""");
    }

    private static Long script(TestQueue test, String text) {
        return test.redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE, text,
                RScript.ReturnType.LONG, List.of(test.key("")));
    }
}

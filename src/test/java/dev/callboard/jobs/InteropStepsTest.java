package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same step, once by real BullMQ and once by this engine, on two queues that real BullMQ made alike: each must leave
 * the same keys with the same content and say the same events. BullMQ 6.7.0 is the measure; where 5.81.5 differs from it,
 * the step says why.
 */
@ExtendWith(RedisOfTests.class)
@EnabledIf("dev.callboard.jobs.NodeParty#isNodeThere")
class InteropStepsTest {

    @AfterAll
    static void end() {
        Moves.end();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepLeavesWhatBullmq6Leaves(Moves.Step step, TestQueue theirs) {
        assertThat(ours(6, step, theirs)).isEqualTo(theirs(6, step, theirs));
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aStepLeavesWhatBullmq5LeavesOrIsKnownToDiffer(Moves.Step step, TestQueue theirs) {
        Map<String, Object> ours = ours(5, step, theirs);
        if (step.unlike5() == null) {
            assertThat(ours).isEqualTo(theirs(5, step, theirs));
        } else {
            assertThat(ours).as(step.unlike5()).isNotEqualTo(theirs(5, step, theirs));
        }
    }

    private static Map<String, Object> theirs(int major, Moves.Step step, TestQueue test) {
        return after(major, step, step.theirs(), test);
    }

    private static Map<String, Object> ours(int major, Moves.Step step, TestQueue beside) {
        return after(major, step, step.ours(), new TestQueue(beside.redis));
    }

    private static Map<String, Object> after(int major, Moves.Step step, Moves.Move move, TestQueue test) {
        Moves.begin(major, test.port());
        Clock clock = new Clock();
        clock.mark(test);
        step.before().on(test);
        clock.mark(test);
        move.on(test);
        clock.mark(test);
        return Keyspace.of(test, clock);
    }

    static Stream<Moves.Step> steps() {
        return Stream.of(WorkerSteps.adding(), WorkerSteps.working(), WorkerSteps.failing(), OperatorSteps.operating(),
                FamilySteps.family(), FamilySteps.bookkeeping()).flatMap(steps -> steps);
    }
}

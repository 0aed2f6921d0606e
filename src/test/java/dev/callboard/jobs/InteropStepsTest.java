package dev.callboard.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same step, once by real BullMQ 6.7.0 and once by this engine, on two queues that real BullMQ made alike: each must
 * leave the same keys with the same content and say the same events.
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
    void aStepLeavesWhatRealBullmqLeaves(Moves.Step step, TestQueue theirs) {
        Moves.begin(theirs.port());
        TestQueue ours = new TestQueue(theirs.redis);
        step.before().on(theirs);
        step.before().on(ours);
        step.theirs().on(theirs);
        step.ours().on(ours);
        assertThat(Keyspace.of(ours)).isEqualTo(Keyspace.of(theirs));
    }

    static Stream<Moves.Step> steps() {
        return Stream.of(WorkerSteps.adding(), WorkerSteps.working(), WorkerSteps.failing(), OperatorSteps.operating(),
                FamilySteps.family(), FamilySteps.bookkeeping()).flatMap(steps -> steps);
    }
}

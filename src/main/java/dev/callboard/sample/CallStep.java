package dev.callboard.sample;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that a caller does at a moment.
 *
 * @param kind also the order within the same second: whoever waited leaves before others come
 */
record CallStep(Instant at, Kind kind, CallRecord call) {

    /** What is done, in the order within one second. */
    enum Kind {
        LEAVE, JOIN, LEAVE_AT_ONCE
    }

    /** The steps of these calls, in the order in which they happened. */
    static List<CallStep> of(List<CallRecord> calls) {
        return calls.stream()
                .flatMap(call -> Stream.of(new CallStep(call.joined(), Kind.JOIN, call),
                        new CallStep(call.left(), call.leavesAtOnce() ? Kind.LEAVE_AT_ONCE : Kind.LEAVE, call)))
                .sorted(Comparator.comparing(CallStep::at).thenComparing(CallStep::kind)
                        .thenComparing(step -> step.call().line()))
                .toList();
    }
}

package dev.callboard.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import dev.callboard.jobs.Progress;
import dev.callboard.triage.ActionResult;

/** Says every few seconds how far a long command is, and ends it between two of its steps where it is told to stop. */
final class BatchProgress implements Progress {
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final BooleanSupplier goesOn;
    private final PrintStream complaints;
    private final long all;
    private long saidNanos = System.nanoTime();
    private boolean stopped;

    /**
     * @param goesOn false from the moment that the process is told to stop
     * @param complaints where people read how far it is
     * @param all how much there is to do
     */
    BatchProgress(BooleanSupplier goesOn, PrintStream complaints, long all) {
        this.goesOn = goesOn;
        this.complaints = complaints;
        this.all = all;
    }

    @Override
    public boolean goesOn(long done) {
        if (!stopped && !goesOn.getAsBoolean()) {
            stopped = true;
            say("stopped: %,d of %,d jobs are done, the rest stays as it was.", done);
        } else if (!stopped && System.nanoTime() - saidNanos > EVERY.toNanos()) {
            saidNanos = System.nanoTime();
            say("%,d of %,d jobs are done.", done);
        }
        return !stopped;
    }

    private void say(String line, long done) {
        complaints.println("callboard: " + String.format(Locale.ROOT, line, done, all));
    }

    /** True where something may be left undone. */
    boolean isStopped() {
        return stopped;
    }

    /** Acts on each and answers for each that was reached, in the given order. */
    List<ActionResult> each(List<String> ids, Function<String, ActionResult> act) {
        List<ActionResult> results = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (!goesOn(results.size())) {
                break;
            }
            results.add(act.apply(id));
        }
        return results;
    }
}

package dev.callboard.workers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.callboard.jobs.JobWorker;

/** All background duties of one process: started together, stopped in good order. */
public final class BackgroundDuties implements AutoCloseable {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final JobWorker fulfilment;
    private final List<Duty> duties;
    private final DutyFaults faults;
    private final List<DutyLoop> running = new ArrayList<>();

    public BackgroundDuties(JobWorker fulfilment, List<Duty> duties, DutyFaults faults) {
        this.fulfilment = fulfilment;
        this.duties = List.copyOf(duties);
        this.faults = faults;
    }

    public synchronized void start() {
        for (Duty duty : duties) {
            DutyLoop loop = new DutyLoop(duty, faults);
            running.add(loop);
            loop.start();
        }
        fulfilment.start();
    }

    /** Jobs completed by this process. */
    public long processed() {
        return fulfilment.processed();
    }

    /** Jobs that failed for good in this process. */
    public long failed() {
        return fulfilment.failed();
    }

    /** Takes no more work, ends or gives back what is in hand, and stops. */
    @Override
    public synchronized void close() {
        fulfilment.stop(STOP_WITHIN);
        running.reversed().forEach(DutyLoop::close);
        running.clear();
    }
}

package dev.callboard.workers;

import java.util.function.LongSupplier;

/**
 * Whose work it is, and what it is timed by.
 *
 * @param worker the name under which people know the worker
 * @param nanos a counter that only ever grows
 */
public record WorkerWatch(String worker, LongSupplier nanos) {

    /** This process, by the machine's own counter. */
    public static WorkerWatch ofThisProcess() {
        return new WorkerWatch("callboard-" + ProcessHandle.current().pid(), System::nanoTime);
    }
}

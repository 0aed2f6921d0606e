package dev.callboard.console.triage;

import java.util.List;
import java.util.Objects;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Faults;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.JobCases;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The job that is looked at, and its whole case, read in the background. For the FX thread. */
final class Inspection {
    private final Surroundings around;
    private final Faults.Source unread;
    private final JobCases cases;
    private final List<FailedJob> rows;
    private final ReadOnlyObjectWrapper<FailedJob> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<JobCase> found = new ReadOnlyObjectWrapper<>();

    /** @param rows the list as it is shown */
    Inspection(Surroundings around, JobCases cases, List<FailedJob> rows) {
        this.around = around;
        this.unread = around.faults().source();
        this.cases = cases;
        this.rows = rows;
    }

    void look(FailedJob job) {
        if (!Objects.equals(job, current.get())) {
            current.set(job);
            read();
        }
    }

    /** Looks at the next ({@code 1}) or previous ({@code -1}) job of the list. */
    void step(int by) {
        int there = rows.indexOf(current.get()) + by;
        if (there >= 0 && there < rows.size()) {
            look(rows.get(there));
        }
    }

    /** The rows have changed: stays on its job while that is there, else goes to the one now in its place. */
    void follow(int formerPlace) {
        FailedJob was = current.get();
        FailedJob still = was == null ? null
                : rows.stream().filter(row -> row.isSameAs(was)).findFirst().orElse(null);
        int place = Math.clamp(formerPlace, 0, Math.max(0, rows.size() - 1));
        current.set(still == null && !rows.isEmpty() ? rows.get(place) : still);
    }

    /** Reads the case again. */
    void read() {
        FailedJob job = current.get();
        if (job == null) {
            found.set(null);
            return;
        }
        around.background().execute(() -> {
            try {
                JobCase read = cases.show(job.queue(), job.id());
                unread.clear();
                around.fx().execute(() -> arrived(read));
            } catch (RuntimeException failure) {
                unread.report("A job could not be read", failure);
            }
        });
    }

    private void arrived(JobCase read) {
        if (current.get() != null && current.get().id().equals(read.id())
                && current.get().queue().equals(read.queue())) {
            found.set(read);
        }
    }

    ReadOnlyObjectProperty<FailedJob> currentProperty() {
        return current.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<JobCase> foundProperty() {
        return found.getReadOnlyProperty();
    }
}

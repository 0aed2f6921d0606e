package dev.callboard.console.triage.runs;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;

import dev.callboard.console.Surroundings;
import dev.callboard.live.Topic;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Sight;
import dev.callboard.triage.BulkAction;
import dev.callboard.triage.BulkRun;
import dev.callboard.triage.BulkRunState;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.RunPace;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The runs that a console shows, and what may be done to them; for the FX thread, without any node. */
public final class RunsModel {
    private final Surroundings around;
    private final RunServices shop;
    private final Sight<RunsSnapshot> sight;
    private final Commands commands;
    private final ObservableList<BulkRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<BulkRun> shown = new ReadOnlyObjectWrapper<>();
    private final Set<Long> dismissed = new HashSet<>();

    public RunsModel(Surroundings around, RunServices shop) {
        this.around = around;
        this.shop = shop;
        this.sight = around.sight(shop::read, RunsSnapshot::asOf);
        this.commands = around.commands();
        sight.snapshotProperty().addListener((property, before, now) -> draw());
    }

    /** Begins to read. */
    public void open() {
        sight.open();
        sight.watch(Set.of(Topic.runs()));
    }

    /** Stops reading. */
    public void close() {
        sight.close();
    }

    /** Reads as soon as possible. */
    public void readNow() {
        sight.readNow();
    }

    private void draw() {
        RunsSnapshot now = sight.snapshotProperty().get();
        List<BulkRun> open = now == null ? List.of()
                : now.runs().stream().filter(run -> !dismissed.contains(run.id()))
                        .sorted(Comparator.comparing((BulkRun run) -> run.state().isEnded())
                                .thenComparing(Comparator.comparingLong(BulkRun::id).reversed()))
                        .toList();
        runs.setAll(open);
        BulkRun was = shown.get();
        shown.set(was == null ? newest()
                : open.stream().filter(run -> run.id() == was.id()).findFirst().orElseGet(this::newest));
    }

    private BulkRun newest() {
        return runs.isEmpty() ? null : runs.getFirst();
    }

    /** Shows another of the runs. */
    public void show(long run) {
        runs.stream().filter(each -> each.id() == run).findFirst().ifPresent(shown::set);
    }

    /** Puts an ended run out of sight. */
    public void dismiss() {
        BulkRun run = shown.get();
        if (run != null && run.state().isEnded()) {
            dismissed.add(run.id());
            draw();
        }
    }

    /** Freezes these jobs and begins. @param then called once it stands */
    public void start(BulkAction action, List<FailedJob> jobs, String title, String reason, RunPace pace,
            Runnable then) {
        commands.run("run.start", () -> shop.runs().start(action, jobs, title, reason, pace), run -> {
            shop.wake().run();
            shown.set(run);
            then.run();
            sight.readNow();
        });
    }

    /** Pauses the shown run, or lets it go on. */
    public void pauseOrResume() {
        if (reasonAgainstPause() == null) {
            boolean running = shown.get().state() == BulkRunState.RUNNING;
            act("run.pause", running ? shop.runs()::pause : shop.runs()::resume);
        }
    }

    /** Ends the shown run; what is done stays done. */
    public void stop() {
        if (reasonAgainstStop() == null) {
            act("run.stop", shop.runs()::stop);
        }
    }

    private void act(String name, LongFunction<BulkRun> action) {
        long run = shown.get().id();
        commands.run(name, () -> action.apply(run), now -> {
            shop.wake().run();
            sight.readNow();
        });
    }

    /** Why the shown run can neither be paused nor go on; null where it can. */
    public String reasonAgainstPause() {
        return reasonAgainstStop();
    }

    /** Why the shown run cannot be stopped; null where it can. */
    public String reasonAgainstStop() {
        BulkRun run = shown.get();
        if (run == null) {
            return around.texts().of("run.why.none");
        }
        if (commands.inFlightProperty().get() != null) {
            return around.texts().of("desk.why.in_flight");
        }
        if (sight.staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        return run.state().isEnded() ? around.texts().of("run.why.ended") : null;
    }

    /** The runs in sight: open ones first, then the newest. */
    public ObservableList<BulkRun> runs() {
        return runs;
    }

    /** The run in the bar; null where there is none. */
    public ReadOnlyObjectProperty<BulkRun> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** The run of that number as it is known now. */
    Optional<BulkRun> known(long id) {
        return runs.stream().filter(run -> Objects.equals(run.id(), id)).findFirst();
    }

    Sight<RunsSnapshot> sight() {
        return sight;
    }

    public Commands commands() {
        return commands;
    }

    RunServices shop() {
        return shop;
    }
}

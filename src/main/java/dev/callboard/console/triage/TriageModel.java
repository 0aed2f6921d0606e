package dev.callboard.console.triage;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.callboard.console.Right;
import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.console.triage.runs.RunsModel;
import dev.callboard.live.Topic;
import dev.callboard.parts.Commands;
import dev.callboard.parts.InPlace;
import dev.callboard.parts.Note;
import dev.callboard.parts.Sight;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.JobKey;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;

/** What Triage knows and can do; for the FX thread, without any node. */
public final class TriageModel implements ScreenModel {
    private static final int PAGE = 200;

    private final Surroundings around;
    private final TriageServices shop;
    private final Sight<TriageSnapshot> sight;
    private final Commands commands;
    private final Ticks ticks = new Ticks();
    private final ObservableList<FailedJob> rows = FXCollections.observableArrayList();
    private final ObservableSet<String> moved = FXCollections.observableSet();
    private final Inspection inspection;
    private final RunsModel runs;
    private volatile TriageSnapshot.Question question = new TriageSnapshot.Question(null, "", PAGE);

    public TriageModel(Surroundings around, TriageServices shop) {
        this.around = around;
        this.shop = shop;
        this.sight = around.sight(() -> shop.read(question), TriageSnapshot::asOf);
        this.commands = around.commands();
        this.runs = new RunsModel(around, shop.runServices());
        this.inspection = new Inspection(around, shop.cases(), rows);
        sight.snapshotProperty().addListener((property, before, now) -> arrived(now));
    }

    /** Begins to read. */
    @Override
    public void open() {
        sight.open();
        runs.open();
    }

    /** Stops reading. */
    @Override
    public void close() {
        sight.close();
        runs.close();
    }

    private void arrived(TriageSnapshot now) {
        if (question.queue() != null && !question.equals(now.question())) {
            return;
        }
        question = now.question();
        Set<Topic> shown = now.queues().stream().map(queue -> Topic.jobs(queue.name()))
                .collect(Collectors.toCollection(HashSet::new));
        shown.add(Topic.orders());
        sight.watch(shown);
        if (ticks.isFrozen()) {
            moved.addAll(ticks.dropMoved(rows, now.jobs().jobs()));
        }
        if (!ticks.isFrozen()) {
            thaw(now);
        }
        inspection.read();
        runs.readNow();
    }

    private void thaw(TriageSnapshot now) {
        moved.clear();
        int place = rows.indexOf(currentProperty().get());
        InPlace.update(rows, now.jobs().jobs(), FailedJob::id);
        inspection.follow(place);
    }

    /** Shows another queue; ticks end. */
    public void choose(String queue) {
        ask(new TriageSnapshot.Question(queue, "", PAGE));
    }

    /** Shows the jobs that contain the text. */
    public void search(String text) {
        if (!text.equals(question.match())) {
            ask(new TriageSnapshot.Question(question.queue(), text, PAGE));
        }
    }

    /** Reads further rows, when the end of the list comes into sight. */
    public void readMore() {
        TriageSnapshot now = sight.snapshotProperty().get();
        if (!ticks.isFrozen() && now != null && now.jobs().next() != null && rows.size() >= question.limit()) {
            question = new TriageSnapshot.Question(question.queue(), question.match(), question.limit() + PAGE);
            sight.readNow();
        }
    }

    private void ask(TriageSnapshot.Question next) {
        ticks.clear();
        question = next;
        sight.readNow();
    }

    /** Ticks the row or takes its tick away. */
    public void toggle(FailedJob job) {
        if (!moved.contains(job.id())) {
            ticks.toggle(job, around.clock().nowProperty().get());
            thawIfFree();
        }
    }

    /** Ticks every row that was read, or none when all are. */
    public void toggleAll() {
        List<FailedJob> open = rows.stream().filter(row -> !moved.contains(row.id())).toList();
        if (ticks.chosen(rows).size() == open.size()) {
            clearTicks();
        } else {
            ticks.add(open, around.clock().nowProperty().get());
        }
    }

    /** Takes every tick away; the list moves again. */
    public void clearTicks() {
        ticks.clear();
        thawIfFree();
    }

    private void thawIfFree() {
        TriageSnapshot now = sight.snapshotProperty().get();
        if (!ticks.isFrozen() && now != null) {
            thaw(now);
        }
    }

    /** Looks at one job. */
    public void look(FailedJob job) {
        inspection.look(job);
    }

    /** Looks at the next ({@code 1}) or previous ({@code -1}) job of the list. */
    public void step(int by) {
        inspection.step(by);
    }

    /** What an action acts on: the ticked rows, or the current one. */
    public List<FailedJob> targets() {
        List<FailedJob> chosen = ticks.chosen(rows);
        if (!chosen.isEmpty()) {
            return chosen;
        }
        FailedJob current = currentProperty().get();
        return current == null || moved.contains(current.id()) ? List.of() : List.of(current);
    }

    /** What the targets are, in a few words: the search, or the queue. */
    String title() {
        return question.match().isBlank() ? String.valueOf(question.queue()) : question.match();
    }

    /** Runs the targets again. */
    public void retry() {
        act("triage.retry", job -> job.seen() == null ? shop.actions().retry(new JobKey(job.queue(), job.id()))
                : shop.actions().retry(new JobKey(job.queue(), job.id()), job.seen()));
    }

    /** Removes the targets for good. */
    public void discard(String reason) {
        act("triage.discard", job -> shop.actions().discard(new JobKey(job.queue(), job.id()), reason));
    }

    private void act(String name, Function<FailedJob, ActionResult> action) {
        List<FailedJob> targets = targets();
        commands.run(name, () -> targets.stream().map(action).toList(), results -> {
            commands.say(summary(results));
            clearTicks();
            sight.readNow();
        });
    }

    private Note summary(List<ActionResult> results) {
        boolean allDone = results.stream().allMatch(result -> result.result().isSuccess());
        if (results.size() == 1) {
            return new Note(allDone ? Note.Kind.INFORMATION : Note.Kind.WARNING, results.getFirst().message());
        }
        List<String> parts = new ArrayList<>();
        results.stream().collect(Collectors.groupingBy(ActionResult::result, java.util.TreeMap::new,
                Collectors.counting())).forEach(
                        (result, count) -> parts
                                .add(around.texts().of("triage.result." + result, count)));
        return new Note(allDone ? Note.Kind.INFORMATION : Note.Kind.WARNING, String.join(", ", parts));
    }

    /** Why nothing can be done to the targets; null where it can. */
    public String reason(boolean needsOrder) {
        if (around.rights().against(Right.ORDERS) != null) {
            return around.rights().against(Right.ORDERS);
        }
        if (commands.inFlightProperty().get() != null) {
            return around.texts().of("desk.why.in_flight");
        }
        if (sight.staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        List<FailedJob> targets = targets();
        if (targets.isEmpty()) {
            return around.texts().of("triage.why.nothing_chosen");
        }
        boolean broken = needsOrder && targets.stream().anyMatch(job -> job.order() == null);
        return broken ? around.texts().of("triage.why.no_order") : null;
    }

    /** The rows as they are shown; while rows are ticked they stand still. */
    public ObservableList<FailedJob> rows() {
        return rows;
    }

    /** Ids of shown rows that have moved away meanwhile. */
    public ObservableSet<String> moved() {
        return moved;
    }

    Ticks ticks() {
        return ticks;
    }

    /** How many matching jobs came since the list was frozen. */
    public long newer() {
        TriageSnapshot now = sight.snapshotProperty().get();
        Set<String> shown = rows.stream().map(FailedJob::id).collect(Collectors.toSet());
        return now == null || !ticks.isFrozen() ? 0
                : now.jobs().jobs().stream().filter(job -> !shown.contains(job.id())).count();
    }

    public ReadOnlyObjectProperty<FailedJob> currentProperty() {
        return inspection.currentProperty();
    }

    /** The whole case of the current job; null until it is read. */
    public ReadOnlyObjectProperty<JobCase> inspectedProperty() {
        return inspection.foundProperty();
    }

    @Override
    public Sight<TriageSnapshot> sight() {
        return sight;
    }

    /** The bulk actions. */
    RunsModel runs() {
        return runs;
    }

    public Commands commands() {
        return commands;
    }

    TriageServices shop() {
        return shop;
    }
}

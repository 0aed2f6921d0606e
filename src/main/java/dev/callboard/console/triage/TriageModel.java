package dev.callboard.console.triage;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.console.triage.TriageSnapshot.Question;
import dev.callboard.console.triage.runs.RunsModel;
import dev.callboard.live.Subscriptions;
import dev.callboard.live.Topic;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Rows;
import dev.callboard.parts.Glance;
import dev.callboard.parts.Sight;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.JobCase;
import dev.callboard.triage.QueryFault;
import dev.callboard.triage.StoreHealth;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What Triage knows and can do; for the FX thread, without any node. */
public final class TriageModel implements ScreenModel {
    private static final int PAGE = 200;
    private static final Duration HEALTH_EVERY = Duration.ofSeconds(30);

    private final Surroundings around;
    private final TriageServices shop;
    private final Sight<TriageSnapshot> sight;
    private final Commands commands;
    private final FrozenList list = new FrozenList();
    private final Inspection inspection;
    private final RunsModel runs;
    private final Glance<StoreHealth> health;
    private final ReadOnlyObjectWrapper<QueryFault> fault = new ReadOnlyObjectWrapper<>();
    private volatile Question question = new Question(TriageFilter.ALL, PAGE, false);

    public TriageModel(Surroundings around, TriageServices shop) {
        this.around = around;
        this.shop = shop;
        TriageReader reader = new TriageReader(shop);
        this.sight = around.sight(() -> reader.read(question), TriageSnapshot::asOf);
        this.commands = around.commands();
        this.runs = new RunsModel(around, shop.runServices());
        this.health = new Glance<>(shop.desk().health(), Subscriptions.none(), around.fx(), around.faults(),
                HEALTH_EVERY);
        this.inspection = new Inspection(around, shop.cases(), list.rows());
        sight.snapshotProperty().addListener((property, before, now) -> arrived(now));
    }

    @Override
    public void open() {
        sight.open();
        runs.open();
        health.open();
    }

    @Override
    public void close() {
        sight.close();
        runs.close();
        health.close();
    }

    private void arrived(TriageSnapshot now) {
        if (!question.equals(now.question())) {
            return;
        }
        Set<Topic> shown = now.queues().stream().map(queue -> Topic.jobs(queue.name()))
                .collect(Collectors.toCollection(HashSet::new));
        shown.add(Topic.orders());
        shown.add(Topic.runs());
        sight.watch(shown);
        int place = rows().indexOf(currentProperty().get());
        List<FailedJob> away = list.arrived(now);
        inspection.follow(place);
        if (!away.isEmpty()) {
            explain(away);
        }
        inspection.read();
        runs.readNow();
        if (!now.isComplete() && !question.stopped()) {
            sight.readNow();
        }
    }

    /** Asks what became of rows that have moved away. */
    private void explain(List<FailedJob> away) {
        around.background().execute(() -> {
            try {
                var acts = shop.cases().lastActs(away);
                around.fx().execute(() -> list.heard(acts));
            } catch (RuntimeException failure) {
                around.faults().report("What became of moved jobs could not be read", failure);
            }
        });
    }

    /** Shows what another filter means; ticks end. */
    void filter(TriageFilter filter) {
        if (!filter.equals(question.filter())) {
            list.ticks().clear();
            ask(new Question(filter, PAGE, question.stopped()));
        }
    }

    TriageFilter filter() {
        return question.filter();
    }

    /** Shows the jobs that the text means; where it cannot be read, the list stays as it is. */
    public void search(String typed) {
        try {
            TriageFilter wanted = filter().typed(typed);
            fault.set(null);
            filter(wanted);
        } catch (QueryFault unreadable) {
            fault.set(unreadable);
        }
    }

    /** What cannot be read in the search; null where all can. */
    ReadOnlyObjectProperty<QueryFault> faultProperty() {
        return fault.getReadOnlyProperty();
    }

    /** Reads no further jobs, or goes on reading. */
    void stopReading(boolean stopped) {
        ask(new Question(filter(), question.limit(), stopped));
    }

    /** Shows further rows, when the end of the list comes into sight. */
    public void readMore() {
        TriageSnapshot now = sight.snapshotProperty().get();
        if (!list.ticks().isFrozen() && now != null && now.matching().size() > rows().size()
                && rows().size() >= question.limit()) {
            ask(new Question(filter(), question.limit() + PAGE, question.stopped()));
        }
    }

    boolean isStopped() {
        return question.stopped();
    }

    private void ask(Question next) {
        question = next;
        sight.readNow();
    }

    /** Ticks the row or takes its tick away. */
    public void toggle(FailedJob job) {
        list.toggle(job, around.clock().nowProperty().get());
        thawIfFree();
    }

    /** Ticks from the row that is looked at to another. */
    void extendTo(FailedJob job) {
        FailedJob from = currentProperty().get() == null ? job : currentProperty().get();
        list.extend(from, job, around.clock().nowProperty().get());
    }

    /** Ticks every row that was read, or none when all are. */
    public void toggleAll() {
        list.toggleAll(around.clock().nowProperty().get());
        thawIfFree();
    }

    /** Ticks everything that the filter means. */
    void tickMatching() {
        list.tickMatching(sight.snapshotProperty().get().matching(), around.clock().nowProperty().get());
    }

    /** Takes every tick away; the list moves again. */
    public void clearTicks() {
        list.ticks().clear();
        thawIfFree();
    }

    private void thawIfFree() {
        TriageSnapshot now = sight.snapshotProperty().get();
        if (!list.ticks().isFrozen() && now != null) {
            int place = rows().indexOf(currentProperty().get());
            list.thaw(now);
            inspection.follow(place);
        }
    }

    /** What an action acts on: the ticked rows, or the current one. */
    public List<FailedJob> targets() {
        List<FailedJob> chosen = list.ticks().chosen(rows());
        if (!chosen.isEmpty()) {
            return chosen;
        }
        FailedJob current = currentProperty().get();
        return current == null || list.moved().contains(current.key()) ? List.of() : List.of(current);
    }

    /** The job that is looked at and its whole case. */
    Inspection inspection() {
        return inspection;
    }

    /** The rows, their ticks, and which have moved. */
    FrozenList list() {
        return list;
    }

    /** The rows as they are shown; while rows are ticked they stand still. */
    public Rows<FailedJob> rows() {
        return list.rows();
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

    /** How both stores are; null until they were looked at. */
    ReadOnlyObjectProperty<StoreHealth> healthProperty() {
        return health.knownProperty();
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

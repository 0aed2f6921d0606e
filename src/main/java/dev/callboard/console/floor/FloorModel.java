package dev.callboard.console.floor;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.live.Topic;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Note;
import dev.callboard.parts.Sight;
import dev.callboard.tickets.CallingRule;
import dev.callboard.tickets.CounterAtWork;
import dev.callboard.tickets.FloorCause;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueRule;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import dev.callboard.triage.OpenAlert;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the Floor knows and can do; for the FX thread, without any node. */
public final class FloorModel implements ScreenModel {
    private final Surroundings around;
    private final FloorServices shop;
    private final FloorMemory memory;
    private final Sight<FloorSnapshot> sight;
    private final Commands commands;
    private final ReadOnlyObjectWrapper<String> charted = new ReadOnlyObjectWrapper<>();
    private boolean chartChosen;

    public FloorModel(Surroundings around, FloorServices shop) {
        this.around = around;
        this.shop = shop;
        this.memory = new FloorMemory(shop.sights(), around.clock()::nanos);
        this.sight = around.sight(() -> shop.read(memory), FloorSnapshot::asOf);
        this.commands = around.commands();
        sight.snapshotProperty().addListener((property, before, now) -> arrived(now));
    }

    @Override
    public void open() {
        sight.open();
    }

    @Override
    public void close() {
        sight.close();
    }

    private void arrived(FloorSnapshot now) {
        Set<Topic> shown = new HashSet<>();
        for (Queue queue : now.sight().queues()) {
            shown.add(Topic.queue(queue.code()));
            shown.add(Topic.receipts(queue.code()));
        }
        shown.add(Topic.orders());
        sight.watch(shown);
        if (!chartChosen && !now.sight().queues().isEmpty()) {
            chart(now.sight().queues().getFirst().code());
        }
    }

    /** Code of the queue whose day is drawn; null for all together. */
    ReadOnlyObjectProperty<String> chartedProperty() {
        return charted.getReadOnlyProperty();
    }

    /** Draws the day of this queue; of all together for null. */
    public void chart(String queue) {
        chartChosen = true;
        charted.set(queue);
    }

    /** The wait that this queue aims for. */
    Duration target(Queue queue) {
        return shop.causes().target(sight.snapshotProperty().get().sight(), queue);
    }

    /** The wait that is too long in this queue. */
    Duration limit(Queue queue) {
        return shop.causes().limit(sight.snapshotProperty().get().sight(), queue);
    }

    /** The shop's own aims, for queues without their own. */
    QueueRule shopRule() {
        return new QueueRule("", shop.causes().target(), shop.causes().limit(), null, null);
    }

    /** @param reason for visitors, or null */
    public void setQueue(String code, QueueState state, String reason) {
        run(Right.QUEUE_STATES, "floor.queue." + code, () -> shop.commands().queues().set(code, state, reason));
    }

    /** Chooses the queues that are called at a counter. */
    public void serve(String counter, List<String> queues) {
        run(Right.COUNTERS, "floor.serve", () -> shop.commands().counters().serve(counter, queues));
    }

    /** Writes a line to whoever sits at a counter. */
    public void tell(String counter, String words) {
        run(Right.COUNTERS, "floor.tell", () -> shop.commands().messages().tell(counter, words));
    }

    /** Ends the lease of whoever has the counter. */
    public void free(String counter, String reason) {
        run(Right.COUNTERS, "floor.free", () -> shop.commands().counters().free(counter, reason));
    }

    /**
     * Decides what a queue aims for, when it is open and in which order it is called. An order that is as it was shown
     * is not sent: somebody else may have given another since.
     *
     * @param queue as it was shown
     */
    public void rule(Queue queue, QueueRule rule, CallingRule order) {
        CallingRule changed = order.equals(queue.rule()) ? null : order;
        run(Right.QUEUES, "floor.rule", () -> shop.commands().rules().set(queue.code(), rule, changed));
    }

    /** Takes these on; they are the login's from now on. @param words what each was, for those who read it later */
    void take(List<FloorCause> causes, java.util.function.Function<FloorCause, String> words) {
        List<String> said = causes.stream().map(words).toList();
        run(null, "floor.take", () -> {
            for (int index = 0; index < causes.size(); index++) {
                shop.alerts().settle(causes.get(index), said.get(index));
            }
        });
    }

    /** Takes on what the duties raised. */
    void take(OpenAlert alert) {
        run(null, "floor.take", () -> shop.alerts().handle(alert));
    }

    /** @param right that the act needs; null where the servers alone decide */
    private void run(Right right, String name, Runnable act) {
        String against = right == null ? busy() : against(right);
        if (against != null) {
            commands.say(new Note(Note.Kind.WARNING, against));
            return;
        }
        commands.run(name, () -> {
            act.run();
            return null;
        }, done -> look());
    }

    private void look() {
        memory.forget();
        sight.readNow();
    }

    /** Reads who waits in a queue, in calling order, and gives it to the FX thread. */
    void line(String code, Consumer<List<Ticket>> shown) {
        commands.run("floor.line", () -> shop.commands().tickets().list(code, Set.of(TicketState.WAITING), null),
                shown::accept);
    }

    /** Whether a question that needs this right may still be answered with yes. */
    GoOn question(Right right) {
        return GoOn.within(around, right, sight, commands);
    }

    /** Whoever is at the counter now; null for nobody. */
    String holder(String counter) {
        FloorSnapshot now = sight.snapshotProperty().get();
        return now == null ? null
                : now.sight().counters().stream().filter(each -> each.name().equals(counter)).findFirst()
                        .map(CounterAtWork::holder).orElse(null);
    }

    /** Why that cannot be done from here now; null where it can. */
    String against(Right right) {
        String forbidden = around.rights().against(right);
        if (forbidden != null) {
            return forbidden;
        }
        return busy();
    }

    /** Why nothing at all can be done now; null where something can. */
    String busy() {
        if (sight.staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        return commands.inFlightProperty().get() == null ? null : around.texts().of("desk.why.in_flight");
    }

    @Override
    public Sight<FloorSnapshot> sight() {
        return sight;
    }

    public Commands commands() {
        return commands;
    }
}

package dev.callboard.console.desk;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.live.Topic;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Note;
import dev.callboard.parts.Sight;
import dev.callboard.tickets.Counter;
import dev.callboard.tickets.CounterLease;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketEvent;
import dev.callboard.tickets.TransferPlace;
import javafx.beans.property.ReadOnlyStringProperty;

/** What the Desk knows and can do; for the FX thread, without any node. */
public final class DeskModel implements ScreenModel {
    private final Surroundings around;
    private final DeskServices shop;
    private final DeskRule rule;
    private final CounterLeaseKeeper lease;
    private final Sight<DeskSnapshot> sight;
    private final Commands commands;
    private final WhoWasFaster faster;
    private final LinePlaces places;
    private final DeskReasons reasons;
    private boolean noShowAsked;

    public DeskModel(Surroundings around, DeskServices shop, DeskRule rule, CounterLeaseKeeper lease) {
        this.around = around;
        this.shop = shop;
        this.rule = rule;
        this.lease = lease;
        this.sight = around.sight(() -> shop.read(rule), DeskSnapshot::asOf);
        this.commands = around.commands();
        this.places = new LinePlaces(around, shop.tickets());
        this.faster = new WhoWasFaster(around, shop.tickets());
        this.reasons = new DeskReasons(around, rule, lease, sight, commands);
        sight.snapshotProperty().addListener((property, before, now) -> arrived(now));
    }

    /** Begins to read. */
    @Override
    public void open() {
        sight.open();
    }

    /** Stops reading; the counter stays leased. */
    @Override
    public void close() {
        sight.close();
    }

    private void arrived(DeskSnapshot now) {
        Set<Topic> shown = new HashSet<>();
        now.sight().allQueues().forEach(queue -> shown.add(Topic.queue(queue.code())));
        now.sight().queues().forEach(queue -> shown.add(Topic.receipts(queue.code())));
        if (now.order() != null) {
            shown.add(Topic.orders());
        }
        sight.watch(shown);
        watchCounter(now.sight().counter());
        noShowAsked = noShowAsked && now.sight().ticket() != null;
        reasons.judge();
    }

    /** Whoever takes the counter is seen at the next read, long before the lease would have to be renewed. */
    private void watchCounter(Counter now) {
        CounterLease mine = lease.leaseProperty().get();
        if (mine != null && now != null && now.since() != null && !now.since().equals(mine.since())) {
            lease.beatNow();
        }
    }

    private CounterSight counterSight() {
        DeskSnapshot snapshot = sight.snapshotProperty().get();
        return snapshot == null ? null : snapshot.sight();
    }

    /** Calls whoever is next. */
    public void callNext() {
        List<String> codes = counterSight().queues().stream().map(Queue::code).toList();
        send(DeskAction.CALL_NEXT, null, () -> shop.tickets().callNext(codes, rule.counter(), lease.token()));
    }

    /** Calls somebody out of order. */
    public void callChosen(UUID id, String reason) {
        send(DeskAction.CALL_CHOSEN, null, () -> shop.tickets().call(id, rule.counter(), lease.token(), reason));
    }

    /** Puts an order to the visitor's ticket. @param numberOrId as the person named it */
    public void linkOrder(Ticket seen, String numberOrId) {
        onTicket(DeskAction.LINK, seen,
                (id, token) -> shop.tickets().linkOrder(id, token, shop.orders().idOf(numberOrId)));
    }

    /** Takes the order from the visitor's ticket again. */
    public void unlinkOrder(Ticket seen) {
        onTicket(DeskAction.UNLINK, seen, (id, token) -> shop.tickets().unlinkOrder(id, token, seen.orderId()));
    }

    /** The visitor is here. */
    public void start() {
        onTicket(DeskAction.START, reasons.here(), shop.tickets()::serve);
    }

    /** The visitor is served. */
    public void finish() {
        onTicket(DeskAction.FINISH, reasons.here(), shop.tickets()::complete);
    }

    /** Calls the visitor once more. */
    public void recall() {
        onTicket(DeskAction.RECALL, reasons.here(), shop.tickets()::recall);
    }

    /** Sets the visitor aside for a while. */
    public void hold(Ticket seen, Duration length, String reason) {
        onTicket(DeskAction.HOLD, seen, (id, token) -> shop.tickets().hold(id, token, length, reason));
    }

    /** Sends the visitor to another queue. */
    public void transfer(Ticket seen, String queue, TransferPlace place, String note) {
        onTicket(DeskAction.TRANSFER, seen, (id, token) -> shop.tickets().transfer(id, token, queue, place, note));
    }

    /** The visitor did not come; asked twice while it is early. */
    public void noShow() {
        Ticket ticket = reasons.here();
        Duration called = around.clock().since(ticket.calledAt());
        boolean early = ticket.recalls() < rule.recalls() || called.compareTo(rule.noShowAfter()) < 0;
        if (!noShowAsked && early) {
            noShowAsked = true;
            commands.say(new Note(Note.Kind.WARNING, around.texts().of("desk.no_show.sure", ticket.code(),
                    ticket.recalls(), rule.recalls(), Formats.span(called), Formats.span(rule.noShowAfter()))));
            return;
        }
        noShowAsked = false;
        onTicket(DeskAction.NO_SHOW, ticket, shop.tickets()::noShow);
    }

    /** Takes the last act back. */
    public void undo() {
        TicketEvent seen = counterSight().lastAct();
        send(DeskAction.UNDO, null, () -> shop.tickets().undo(seen, lease.token(), rule.undo()));
    }

    /** How long the last act can still be taken back. */
    public long secondsToUndo() {
        TicketEvent act = counterSight().lastAct();
        return act == null ? 0 : Math.max(0, rule.undo().minus(around.clock().since(act.at())).toSeconds());
    }

    /** Sets what a queue does. */
    public void setQueue(String code, QueueState state, String reason) {
        if (maySend(queueQuestion())) {
            commands.run("desk.queue_state", () -> shop.queues().set(code, state, reason), queue -> sight.readNow());
        }
    }

    /** The message to this counter was read. */
    public void gotIt(long message) {
        if (maySend(question(DeskAction.GOT_IT, null))) {
            commands.run(DeskAction.GOT_IT.key(), () -> shop.heard(message), done -> sight.readNow());
        }
    }

    /** Takes the counter back from whoever took it. */
    public void takeCounter() {
        lease.takeOver();
    }

    /** Whether a question about this act may still be answered with yes. @param seen whom it is about, or null */
    GoOn question(DeskAction action, Ticket seen) {
        return reasons.question(action, seen);
    }

    /** Whether a question about what a queue does may still be answered with yes. */
    GoOn queueQuestion() {
        return reasons.queueQuestion();
    }

    private void onTicket(DeskAction action, Ticket seen, TicketAct act) {
        send(action, seen, () -> act.on(seen.id(), lease.token()));
    }

    private void send(DeskAction action, Ticket about, Supplier<Ticket> command) {
        if (maySend(question(action, about))) {
            noShowAsked = false;
            Ticket seen = reasons.here();
            commands.run(action.key(), () -> faster.orCommand(seen, command), ticket -> sight.readNow());
        }
    }

    /** Says why not, where it may not. */
    private boolean maySend(GoOn question) {
        String against = question.against();
        if (against != null) {
            commands.say(new Note(Note.Kind.WARNING, against));
        }
        return against == null;
    }

    /** Why the act is not open; null where it is. */
    public ReadOnlyStringProperty reason(DeskAction action) {
        return reasons.of(action);
    }

    @Override
    public Sight<DeskSnapshot> sight() {
        return sight;
    }

    public Commands commands() {
        return commands;
    }

    LinePlaces places() {
        return places;
    }

    public DeskRule rule() {
        return rule;
    }

    public CounterLeaseKeeper lease() {
        return lease;
    }

    @FunctionalInterface
    private interface TicketAct {
        Ticket on(UUID id, LeaseToken token);
    }
}

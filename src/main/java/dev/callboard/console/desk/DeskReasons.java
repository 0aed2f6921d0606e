package dev.callboard.console.desk;

import java.util.EnumMap;
import java.util.Map;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Sight;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Ticket;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Why an act of the Desk is not open now, judged again with everything that it depends on; for the FX thread. */
final class DeskReasons {
    private final Surroundings around;
    private final DeskRule rule;
    private final CounterLeaseKeeper lease;
    private final Sight<DeskSnapshot> sight;
    private final Commands commands;
    private final DeskAvailability availability;
    private final Map<DeskAction, ReadOnlyStringWrapper> reasons = new EnumMap<>(DeskAction.class);

    DeskReasons(Surroundings around, DeskRule rule, CounterLeaseKeeper lease, Sight<DeskSnapshot> sight,
            Commands commands) {
        this.around = around;
        this.rule = rule;
        this.lease = lease;
        this.sight = sight;
        this.commands = commands;
        this.availability = new DeskAvailability(rule, around.texts());
        for (DeskAction action : DeskAction.values()) {
            reasons.put(action, new ReadOnlyStringWrapper());
        }
        sight.staleProperty().addListener((property, before, now) -> judge());
        lease.leaseProperty().addListener((property, before, now) -> judge());
        around.rights().heldProperty().addListener((property, before, now) -> judge());
        around.clock().nowProperty().addListener((property, before, now) -> judge());
        judge();
    }

    void judge() {
        boolean leased = lease.leaseProperty().get() != null;
        String forbidden = around.rights().against(Right.TICKETS);
        reasons.forEach((action, reason) -> reason.set(forbidden != null ? forbidden
                : availability.reason(action, counterSight(), sight.staleProperty().get(), leased,
                        around.clock().nowProperty().get())));
    }

    private CounterSight counterSight() {
        DeskSnapshot snapshot = sight.snapshotProperty().get();
        return snapshot == null ? null : snapshot.sight();
    }

    /** Why the act is not open; null where it is. */
    ReadOnlyStringProperty of(DeskAction action) {
        return reasons.get(action).getReadOnlyProperty();
    }

    /** Whether a question about this act may still be answered with yes. @param seen whom it is about, or null */
    GoOn question(DeskAction action, Ticket seen) {
        return GoOn.whileFresh(around, sight, commands).unless(() -> gone(seen), sight.snapshotProperty())
                .unless(of(action)::get, of(action));
    }

    /** Whether a question about what a queue does may still be answered with yes. */
    GoOn queueQuestion() {
        return GoOn.within(around, Right.QUEUE_STATES, sight, commands).unless(
                () -> lease.leaseProperty().get() == null ? around.texts().of("desk.why.no_lease", rule.counter())
                        : null,
                lease.leaseProperty());
    }

    /** The visitor at the counter; null while nobody is. */
    Ticket here() {
        return counterSight() == null ? null : counterSight().ticket();
    }

    private String gone(Ticket seen) {
        return seen == null || here() != null && here().id().equals(seen.id()) ? null
                : around.texts().of("why.gone", seen.code());
    }
}

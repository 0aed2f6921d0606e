package dev.callboard.faults;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

import dev.callboard.faults.TicketPromises.Done;
import dev.callboard.faults.TicketPromises.Wish;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import dev.callboard.tickets.CounterLease;
import dev.callboard.tickets.Counters;
import dev.callboard.tickets.LeaseToken;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketEvent;
import dev.callboard.tickets.TicketEventKind;
import dev.callboard.tickets.TicketState;
import dev.callboard.tickets.Tickets;
import dev.callboard.tickets.TransferPlace;

/**
 * Somebody at a counter, who calls, serves and finishes, and now and then does everything else that a counter can do.
 * Another may sit at the same counter: they take it from each other.
 */
final class CounterHand {
    private static final Duration UNDO_WINDOW = Duration.ofMinutes(2);
    private static final List<String> QUEUES = FaultRun.QUEUES;

    private final Tickets tickets;
    private final Counters counters;
    private final Promises promises;
    private final String counter;
    private final Random dice;
    private CounterLease lease;
    private UUID last;

    CounterHand(Tickets tickets, Counters counters, Promises promises, String counter, long seed) {
        this.tickets = tickets;
        this.counters = counters;
        this.promises = promises;
        this.counter = counter;
        this.dice = new Random(seed);
    }

    /** One thing that somebody at a counter does; what is refused or lost is looked at anew the next time. */
    void act() {
        try {
            hold();
            Optional<Ticket> here = tickets.atCounter(counter);
            if (here.isPresent()) {
                last = here.get().id();
                attend(here.get());
            } else if (dice.nextInt(4) > 0 || last == null) {
                told(TicketEventKind.CALLED, counter, () -> tickets.callNext(QUEUES, counter, lease.token()))
                        .ifPresent(called -> last = called.id());
            } else {
                reconsider(last);
            }
        } catch (Refusal no) {
            forgetLostLease(no);
        } catch (Unavailable away) {
            LockSupport.parkNanos(100_000_000);
        } catch (RuntimeException failure) {
            promises.surprise("counter", failure);
        }
    }

    /** The heartbeat, or a new lease; the one who was there before is asked to go. */
    private void hold() {
        if (lease != null) {
            lease = counters.renew(lease);
        } else {
            lease = dice.nextInt(3) > 0 ? counters.lease(counter) : counters.takeOver(counter);
        }
    }

    private void forgetLostLease(Refusal no) {
        if (no.code().equals("lease_lost") || no.code().equals("counter_busy")) {
            lease = null;
        }
    }

    private void attend(Ticket ticket) {
        LeaseToken mine = lease.token();
        UUID id = ticket.id();
        boolean isCalled = ticket.state() == TicketState.CALLED;
        int chance = dice.nextInt(100);
        if (chance < 60) {
            told(isCalled ? TicketEventKind.SERVING : TicketEventKind.COMPLETED, id,
                    () -> isCalled ? tickets.serve(id, mine) : tickets.complete(id, mine));
        } else if (chance < 70) {
            told(isCalled ? TicketEventKind.RECALLED : TicketEventKind.COMPLETED, id,
                    () -> isCalled ? tickets.recall(id, mine) : tickets.complete(id, mine));
        } else if (chance < 76) {
            told(TicketEventKind.HELD, id,
                    () -> tickets.hold(id, mine, Duration.ofSeconds(1 + dice.nextInt(20)), "looks for the invoice"));
        } else if (chance < 82) {
            told(TicketEventKind.TRANSFERRED, id, () -> tickets.transfer(id, mine, another(ticket.queue()),
                    TransferPlace.values()[dice.nextInt(TransferPlace.values().length)], "wrong queue"));
        } else if (chance < 88 && isCalled) {
            told(TicketEventKind.NO_SHOW, id, () -> tickets.noShow(id, mine));
        } else if (chance < 94) {
            link(id, mine);
        } else {
            undo(id);
        }
    }

    /** What one does about a ticket that has left the counter. */
    private void reconsider(UUID id) {
        switch (dice.nextInt(4)) {
            case 0 -> told(TicketEventKind.RESUMED, id, () -> tickets.resume(id));
            case 1 -> told(TicketEventKind.CANCELLED, id, () -> tickets.cancel(id, "went home"));
            default -> undo(id);
        }
        last = null;
    }

    private void undo(UUID id) {
        TicketEvent seen = tickets.events(id).getLast();
        told(TicketEventKind.UNDONE, id, () -> tickets.undo(seen, lease.token(), UNDO_WINDOW));
    }

    private void link(UUID id, LeaseToken mine) {
        promises.reserved.stream().skip(dice.nextInt(promises.reserved.size() + 1)).findFirst().ifPresent(order -> {
            tickets.linkOrder(id, mine, order);
            promises.tickets.orders.put(id, order);
        });
    }

    private Optional<Ticket> told(TicketEventKind kind, Object subject, Supplier<Ticket> act) {
        Wish wish = new Wish(kind, subject.toString());
        promises.tickets.asks(wish);
        try {
            Ticket after = act.get();
            promises.tickets.done.add(new Done(after.id(), kind, after.lastAt(),
                    kind == TicketEventKind.CALLED ? counter : null));
            return Optional.of(after);
        } catch (Refusal no) {
            promises.tickets.refused(wish);
            forgetLostLease(no);
            return Optional.empty();
        }
    }

    private String another(String queue) {
        return QUEUES.get((QUEUES.indexOf(queue) + 1 + dice.nextInt(QUEUES.size() - 1)) % QUEUES.size());
    }
}

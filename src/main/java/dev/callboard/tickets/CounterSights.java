package dev.callboard.tickets;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;

/** Reads what a counter looks at, all of one moment. */
public final class CounterSights {
    private final Database database;
    private final BusinessDay businessDay;
    private final TicketStore tickets;
    private final QueueStore queues;
    private final KioskStore kiosk;
    private final CounterStore counters = new CounterStore();
    private final CounterPlaceStore places = new CounterPlaceStore();
    private final CounterMessageStore messages = new CounterMessageStore();
    private final CounterSightStore acts = new CounterSightStore();

    public CounterSights(Database database, BusinessDay businessDay) {
        this.database = database;
        this.businessDay = businessDay;
        this.tickets = new TicketStore(businessDay);
        this.queues = new QueueStore(businessDay);
        this.kiosk = new KioskStore(businessDay);
    }

    /**
     * Reads the sight of one counter.
     *
     * @param served codes of the queues served there unless a supervisor chose others; empty for every queue
     * @param undo how long an act can be undone
     */
    public CounterSight of(String counter, List<String> served, Duration undo) {
        return database.snapshot(tx -> read(tx, counter, served, undo));
    }

    private Map<String, QuotedWait> quotes(Transaction tx, List<Queue> all) {
        Map<String, Duration> medians = kiosk.medianService(tx);
        int open = kiosk.openCounters(tx);
        Map<String, QuotedWait> quotes = new HashMap<>();
        all.forEach(queue -> QuotedWait.of(queue.waiting(), medians.get(queue.code()), open)
                .ifPresent(quote -> quotes.put(queue.code(), quote)));
        return quotes;
    }

    private CounterSight read(Transaction tx, String counter, List<String> unlessChosen, Duration undo) {
        List<Queue> all = queues.list(tx);
        List<String> served = places.served(tx, counter).orElse(unlessChosen);
        List<Queue> mine = all.stream().filter(queue -> served.isEmpty() || served.contains(queue.code())).toList();
        List<String> codes = mine.stream().map(Queue::code).toList();
        Optional<Counter> place = counters.list(tx).stream().filter(each -> each.name().equals(counter)).findFirst();
        List<String> everywhere = all.stream().map(Queue::code).toList();
        Optional<TicketEvent> act = acts.lastAct(tx, counter, everywhere, undo);
        Optional<Ticket> here = tickets.atCounter(tx, counter);
        return new CounterSight(acts.now(tx), mine, all, place.orElse(null),
                here.orElse(null),
                tickets.nextUp(tx, codes, CounterSight.LONGEST_LINE),
                tickets.standing(tx, codes, CounterSight.LONGEST_LINE), act.orElse(null),
                act.flatMap(event -> tickets.find(tx, event.ticketId())).orElse(null),
                acts.lastDone(tx, counter, everywhere).orElse(null), tickets.today(tx, counter),
                tickets.longestYesterday(tx, codes).orElse(null), quotes(tx, all),
                here.flatMap(ticket -> acts.quoted(tx, ticket.id())).orElse(null),
                here.flatMap(ticket -> acts.arrived(tx, ticket.id())).orElse(null),
                messages.unread(tx, counter, businessDay).orElse(null));
    }
}

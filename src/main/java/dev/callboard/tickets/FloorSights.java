package dev.callboard.tickets;

import java.util.List;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;

/** Reads what a supervisor looks at: what is now, of one moment, and the day's figures, which cost more. */
public final class FloorSights {
    private static final int A_WEEK = 7;

    private final Database database;
    private final QueueStore queues;
    private final FloorStore floor;
    private final FloorDayStore days;
    private final QueueRuleStore rules = new QueueRuleStore();
    private final CounterSightStore clock = new CounterSightStore();

    public FloorSights(Database database, BusinessDay businessDay) {
        this.database = database;
        this.queues = new QueueStore(businessDay);
        this.floor = new FloorStore(businessDay);
        this.days = new FloorDayStore(businessDay);
    }

    /** What is now. */
    public FloorSight now() {
        return database.snapshot(this::read);
    }

    private FloorSight read(Transaction tx) {
        return new FloorSight(clock.now(tx), floor.lastEvent(tx), queues.list(tx), rules.list(tx), floor.longest(tx),
                floor.pausedBy(tx), floor.counters(tx), floor.screens(tx), floor.issued(tx));
    }

    /** The figures of the present business day. @param lastWeek as {@link #aWeekAgo} read them */
    public FloorDay today(List<WaitFigures> lastWeek) {
        return database.snapshot(tx -> new FloorDay(days.waits(tx, 0), lastWeek, days.counters(tx), days.quotes(tx)));
    }

    /** The waits of the same weekday a week before the present business day; they change no more. */
    public List<WaitFigures> aWeekAgo() {
        return database.snapshot(tx -> days.waits(tx, A_WEEK));
    }
}

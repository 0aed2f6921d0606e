package dev.callboard.orders;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Database;
import dev.callboard.tickets.BusinessDay;

/** Reads lists of orders, with the figures that stand beside them. */
public final class OrderLists {
    /** What counts as running out soon. */
    public static final Duration SOON = Duration.ofMinutes(1);
    /** A payment that takes longer than this is worth a look. */
    public static final Duration USUAL_PAYMENT = Duration.ofMinutes(5);

    private final Database database;
    private final OrderListStore store;

    public OrderLists(Database database, BusinessDay day) {
        this.database = database;
        this.store = new OrderListStore(day);
    }

    /** Rows, total and figures, all of one moment. */
    public OrderList read(OrderQuestion question) {
        return database.snapshot(tx -> new OrderList(store.now(tx), question, store.rows(tx, question),
                store.total(tx, question), store.figures(tx)));
    }

    /** The short numbers of these orders; ids of none are left out. */
    public List<Order.OrderId> numbers(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : database.transaction(tx -> store.numbers(tx, ids));
    }
}

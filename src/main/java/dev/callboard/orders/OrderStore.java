package dev.callboard.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL that reads orders. */
final class OrderStore {
    private static final String COLUMNS = """
            select id, number, customer, email, state, created_at, expires_at, total, round, run, job_number, failed_at,
              failure
            from orders
            """;

    Optional<Order> find(Transaction tx, UUID id) {
        return withLines(tx, tx.handle().createQuery(COLUMNS + "where id = :id").bind("id", id).map(OrderStore::order)
                .list()).stream().findFirst();
    }

    /** The order, its row locked until the transaction ends. */
    Optional<Order> lock(Transaction tx, UUID id) {
        return withLines(tx, tx.handle().createQuery(COLUMNS + "where id = :id for no key update").bind("id", id)
                .map(OrderStore::order).list()).stream().findFirst();
    }

    Optional<UUID> idOf(Transaction tx, long number) {
        return tx.handle().createQuery("select id from orders where number = :number").bind("number", number)
                .mapTo(UUID.class).findOne();
    }

    Map<Long, UUID> ofJobs(Transaction tx, Collection<Long> numbers) {
        Map<Long, UUID> orders = new HashMap<>();
        tx.handle().createQuery("select job_number, id from orders where job_number = any (:numbers)")
                .bindArray("numbers", Long.class, numbers.toArray())
                .map((row, context) -> Map.entry(row.getLong("job_number"), row.getObject("id", UUID.class)))
                .forEach(found -> orders.put(found.getKey(), found.getValue()));
        return orders;
    }

    Map<UUID, Long> jobNumbers(Transaction tx, Collection<UUID> ids) {
        Map<UUID, Long> numbers = new HashMap<>();
        tx.handle().createQuery("select job_number, id from orders where id = any (:ids) and job_number is not null")
                .bindArray("ids", UUID.class, ids.toArray())
                .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getLong("job_number")))
                .forEach(found -> numbers.put(found.getKey(), found.getValue()));
        return numbers;
    }

    List<Order> list(Transaction tx, OrderState state, int limit) {
        return withLines(tx, tx.handle().createQuery(COLUMNS + """
                where cast(:state as text) is null or state = :state order by number desc limit :limit
                """).bind("state", state == null ? null : state.name()).bind("limit", limit).map(OrderStore::order)
                .list());
    }

    List<Order> these(Transaction tx, List<UUID> ids) {
        return withLines(tx, tx.handle().createQuery(COLUMNS + "where id = any (:ids) order by number")
                .bindArray("ids", UUID.class, ids.toArray()).map(OrderStore::order).list());
    }

    List<UUID> failedIds(Transaction tx) {
        return tx.handle()
                .createQuery("select id from orders where state = 'FAILED' order by failed_at desc, number desc")
                .mapTo(UUID.class).list();
    }

    FailedStake failedStake(Transaction tx) {
        return tx.handle().createQuery("""
                select count(*) as orders, coalesce(sum(total), 0) as total, min(failed_at) as oldest
                from orders where state = 'FAILED'
                """).map((row, context) -> new FailedStake(row.getLong("orders"), row.getBigDecimal("total"),
                instant(row, "oldest"))).one();
    }

    /** FAILED orders by the time of their failure, the longest failed first. */
    List<Order> failedFor(Transaction tx, Duration length, int limit) {
        return withLines(tx, tx.handle().createQuery(COLUMNS + """
                where state = 'FAILED' and failed_at <= callboard_now() - make_interval(secs => :seconds)
                order by failed_at, number limit :limit
                """).bind("seconds", length.toMillis() / 1000.0).bind("limit", limit).map(OrderStore::order).list());
    }

    Optional<Long> invoiceNumber(Transaction tx, UUID id) {
        return tx.handle().createQuery("select number from invoice where order_id = :id").bind("id", id)
                .mapTo(Long.class).findOne();
    }

    List<FulfilmentStep> steps(Transaction tx, UUID id) {
        return tx.handle().createQuery("""
                select name, done_at, note, error, attempts, last_attempt from fulfilment_step where order_id = :id
                order by array_position(array['inventory', 'email', 'invoice'], name)
                """).bind("id", id)
                .map((row, context) -> new FulfilmentStep(row.getString("name"), instant(row, "done_at"),
                        row.getString("note"), row.getString("error"), row.getInt("attempts"),
                        instant(row, "last_attempt")))
                .list();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static Order order(ResultSet row, StatementContext context) throws SQLException {
        return new Order(new Order.OrderId(row.getObject("id", UUID.class), row.getLong("number")),
                row.getString("customer"), row.getString("email"), OrderState.valueOf(row.getString("state")),
                instant(row, "created_at"), instant(row, "expires_at"), row.getBigDecimal("total"),
                row.getInt("round"), row.getInt("run"), row.getObject("job_number", Long.class),
                instant(row, "failed_at"), row.getString("failure"), List.of());
    }

    private static List<Order> withLines(Transaction tx, List<Order> orders) {
        if (orders.isEmpty()) {
            return orders;
        }
        Map<UUID, List<OrderLine>> lines = new LinkedHashMap<>();
        orders.forEach(order -> lines.put(order.uuid(), new ArrayList<>()));
        tx.handle().createQuery("""
                select l.order_id, l.id, l.sku, p.name, l.quantity, l.price, l.shipped, l.cancelled, l.returned
                from order_line l join product p on p.sku = l.sku where l.order_id = any (:ids) order by l.position
                """).bindArray("ids", UUID.class, lines.keySet().toArray())
                .map((row, context) -> lines.get(row.getObject("order_id", UUID.class))
                        .add(new OrderLine(row.getLong("id"), row.getString("sku"), row.getString("name"),
                                row.getLong("quantity"), row.getBigDecimal("price"), row.getLong("shipped"),
                                row.getLong("cancelled"), row.getLong("returned"))))
                .list();
        return orders.stream().map(order -> new Order(order.id(), order.customer(), order.email(), order.state(),
                order.createdAt(), order.expiresAt(), order.total(), order.round(), order.run(), order.jobNumber(),
                order.failedAt(), order.failure(), List.copyOf(lines.get(order.uuid())))).toList();
    }
}

package dev.callboard.orders;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import dev.callboard.postgres.Transaction;
import dev.callboard.stock.StockLine;

/** The SQL of reservations. */
final class ReservationStore {

    /** Inserts the order, its lines and its hold in one round trip; the rules are those of {@code reserve_order}. */
    Order insert(Transaction tx, ReservationRequest request, long epoch) {
        List<Order> lines = tx.handle().createQuery("""
                select * from reserve_order(:id, :customer, :email, :skus, :quantities, :epoch, :seconds)
                """).bind("id", request.id()).bind("customer", request.customer()).bind("email", request.email())
                .bindArray("skus", String.class, request.lines().stream().map(StockLine::sku).toArray())
                .bindArray("quantities", Long.class, request.lines().stream().map(StockLine::quantity).toArray())
                .bind("epoch", epoch).bind("seconds", request.timeToLive().toMillis() / 1000.0)
                .map((row, context) -> orderOfOneLine(row, request)).list();
        Order first = lines.getFirst();
        return new Order(first.id(), first.customer(), first.email(), first.state(), first.createdAt(),
                first.expiresAt(), first.total(), 0, 0, null, null, null,
                lines.stream().flatMap(order -> order.lines().stream()).toList());
    }

    /** Reservations that ran out, the oldest first; those that somebody holds at this moment are left to them. */
    List<UUID> due(Transaction tx, int limit) {
        return tx.handle().createQuery("""
                select id from orders where state = 'RESERVED' and expires_at <= callboard_now()
                order by expires_at limit :limit for no key update skip locked
                """).bind("limit", limit).mapTo(UUID.class).list();
    }

    /** True while a reservation has run out and not been expired. */
    boolean isAnyDue(Transaction tx) {
        return tx.handle()
                .createQuery(
                        "select exists (select from orders where state = 'RESERVED' and expires_at <= callboard_now())")
                .mapTo(Boolean.class).one();
    }

    private static Order orderOfOneLine(ResultSet row, ReservationRequest request) throws SQLException {
        OrderLine line = new OrderLine(row.getLong("l_id"), row.getString("l_sku"), "", row.getLong("l_quantity"),
                row.getBigDecimal("l_price"), 0, 0, 0);
        return new Order(new Order.OrderId(request.id(), row.getLong("o_number")), request.customer(),
                request.email(), OrderState.RESERVED, OrderStore.instant(row, "o_created"),
                OrderStore.instant(row, "o_expires"), row.getBigDecimal("o_total"), 0, 0, null, null, null,
                List.of(line));
    }
}

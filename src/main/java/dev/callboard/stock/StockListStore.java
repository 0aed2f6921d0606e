package dev.callboard.stock;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jdbi.v3.core.statement.Query;

import dev.callboard.postgres.Transaction;

/** The SQL of product lists. */
final class StockListStore {
    private static final String MATCHES = """
            from product p where case :filter
                when 'DRIFT' then p.sku = any (:drifting)
                when 'SOLD_OUT' then p.on_hand - p.held <= 0
                when 'HELD' then p.held > 0
                else true end
              and (:match = '' or position(:match in lower(p.sku)) > 0 or position(:match in lower(p.name)) > 0)
            """;

    /** The order is one of the words of {@link #orderBy}, never a person's text. */
    private static final String ROWS = """
            select s.*, greatest(
              (select m.at from stock_movement m where m.sku = s.sku order by m.id desc limit 1),
              (select max(h.created_at) from order_line l join stock_hold h on h.id = l.order_id
                where s.held > 0 and l.sku = s.sku and h.state = 'ACTIVE')) as moved_at
            from (select p.sku, p.name, p.price, p.on_hand, p.held, p.version <matches> order by <order> limit :limit) s
            order by <order>
            """;

    Instant now(Transaction tx) {
        return tx.handle().createQuery("select callboard_now()").mapTo(OffsetDateTime.class).one().toInstant();
    }

    List<StockRow> rows(Transaction tx, StockQuestion question) {
        return asked(
                tx.handle().createQuery(ROWS).define("matches", MATCHES).define("order", orderBy(question.order())),
                question).bind("limit", question.limit())
                .map((row, context) -> new StockRow(product(row), instant(row, "moved_at"))).list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    long total(Transaction tx, StockQuestion question) {
        return asked(tx.handle().createQuery("select count(*) <matches>").define("matches", MATCHES), question)
                .mapTo(Long.class).one();
    }

    GateTimes gate(Transaction tx) {
        return tx.handle().createQuery("select built_at, reconciled_at from gate")
                .map((row, context) -> new GateTimes(instant(row, "built_at"), instant(row, "reconciled_at"))).one();
    }

    StockList.Figures figures(Transaction tx) {
        return tx.handle().createQuery("""
                select count(*) as products, count(*) filter (where on_hand - held <= 0) as sold_out,
                  coalesce(sum(held), 0) as held,
                  (select count(*) from stock_hold where state = 'ACTIVE') as reservations
                from product
                """).map((row, context) -> new StockList.Figures(row.getLong("products"), row.getLong("sold_out"),
                row.getLong("held"), row.getLong("reservations"))).one();
    }

    Optional<Product> product(Transaction tx, String sku) {
        return tx.handle().createQuery("select sku, name, price, on_hand, held, version from product where sku = :sku")
                .bind("sku", sku).map((row, context) -> product(row)).findOne();
    }

    private static Query asked(Query query, StockQuestion question) {
        return query.bind("filter", question.filter().name())
                .bindArray("drifting", String.class, question.drifting().toArray())
                .bind("match", question.match().strip().toLowerCase(Locale.ROOT));
    }

    private static String orderBy(StockQuestion.Order order) {
        String column = switch (order.by()) {
            case SKU -> "sku";
            case NAME -> "lower(name)";
            case ON_HAND -> "on_hand";
            case HELD -> "held";
            case AVAILABLE -> "on_hand - held";
        };
        return column + (order.descending() ? " desc, sku desc" : ", sku");
    }

    private static Product product(ResultSet row) throws SQLException {
        return new Product(row.getString("sku"), row.getString("name"), row.getBigDecimal("price"),
                row.getLong("on_hand"), row.getLong("held"), row.getLong("version"));
    }
}

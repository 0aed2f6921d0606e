package dev.callboard.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jdbi.v3.core.statement.Query;

import dev.callboard.postgres.Transaction;

/** The SQL behind the gate: its generation, and what it must be told. */
final class GateStore {

    record Generation(long epoch, Optional<String> runId) {}

    /** Products and which of some holds have ended, read in one statement and so of one moment. */
    record Figures(List<Gate.OnHand> products, List<UUID> endedHolds) {}

    Generation generation(Transaction tx) {
        return tx.handle().createQuery("select epoch, run_id from gate")
                .map((row, context) -> new Generation(row.getLong("epoch"),
                        Optional.ofNullable(row.getString("run_id"))))
                .one();
    }

    /** Waits for every order insert under way, then starts a new generation. */
    long nextEpoch(Transaction tx) {
        tx.handle().execute("select pg_advisory_xact_lock(720421)");
        return tx.handle().createQuery("update gate set epoch = epoch + 1 returning epoch").mapTo(Long.class).one();
    }

    void built(Transaction tx, long epoch, String runId) {
        tx.handle().createUpdate("update gate set run_id = :runId, built_at = callboard_now() where epoch = :epoch")
                .bind("runId", runId)
                .bind("epoch", epoch).execute();
    }

    void reconciled(Transaction tx) {
        tx.handle().execute("update gate set reconciled_at = callboard_now()");
    }

    Figures figures(Transaction tx, Set<String> skus, Set<UUID> holds) {
        return split(tx.handle().createQuery("""
                select sku as id, on_hand, version, true as is_product from product where sku = any (:skus)
                union all
                select id::text, 0, 0, false from stock_hold where id = any (:holds) and state <> 'ACTIVE'
                """).bindArray("skus", String.class, skus.toArray()).bindArray("holds", UUID.class, holds.toArray()));
    }

    private static Figures split(Query query) {
        List<Gate.OnHand> products = new ArrayList<>();
        List<UUID> ended = new ArrayList<>();
        query.map((row, context) -> row.getBoolean("is_product")
                ? products.add(
                        new Gate.OnHand(row.getString("id"), row.getLong("on_hand"), row.getLong("version")))
                : ended.add(UUID.fromString(row.getString("id"))))
                .list();
        return new Figures(products, ended);
    }

    /** Those among the holds that have ended, with the figures of all their products, of one moment. */
    Figures ended(Transaction tx, Set<UUID> holds) {
        return split(tx.handle().createQuery("""
                with ended as (select id from stock_hold where id = any (:holds) and state <> 'ACTIVE')
                select sku as id, on_hand, version, true as is_product from product
                where sku in (select l.sku from order_line l join ended on ended.id = l.order_id)
                union all
                select id::text, 0, 0, false from ended
                """).bindArray("holds", UUID.class, holds.toArray()));
    }

    /** Every product, by SKU, from the one after the given SKU on. */
    List<Gate.OnHand> productsAfter(Transaction tx, String sku, int limit) {
        return tx.handle()
                .createQuery("select sku, on_hand, version from product where sku > :sku order by sku limit :limit")
                .bind("sku", sku).bind("limit", limit).map((row, context) -> new Gate.OnHand(row.getString("sku"),
                        row.getLong("on_hand"), row.getLong("version")))
                .list();
    }

    /** Locks a product; empty where it is sold or received at this moment. */
    Optional<Gate.OnHand> locked(Transaction tx, String sku) {
        return tx.handle().createQuery("""
                select sku, on_hand, version from product where sku = :sku for no key update skip locked
                """).bind("sku", sku).map((row, context) -> new Gate.OnHand(row.getString("sku"),
                row.getLong("on_hand"), row.getLong("version"))).findOne();
    }

    record OpenHold(UUID id, List<StockLine> lines) {}

    /** Every open hold with its order's lines, by id, from the one after the given id on. */
    List<OpenHold> openHoldsAfter(Transaction tx, UUID id, int limit) {
        return tx.handle().createQuery("""
                select h.id, array_agg(l.sku order by l.sku) as skus, array_agg(l.quantity order by l.sku) as quantities
                from (select id from stock_hold where state = 'ACTIVE' and id > :id order by id limit :limit) h
                join order_line l on l.order_id = h.id group by h.id order by h.id
                """).bind("id", id).bind("limit", limit).map((row, context) -> {
            String[] skus = (String[]) row.getArray("skus").getArray();
            Long[] quantities = (Long[]) row.getArray("quantities").getArray();
            List<StockLine> lines = new ArrayList<>();
            for (int i = 0; i < skus.length; i++) {
                lines.add(new StockLine(skus[i], quantities[i]));
            }
            return new OpenHold(row.getObject("id", UUID.class), lines);
        }).list();
    }
}

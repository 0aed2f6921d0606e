package dev.callboard.stock;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.postgres.Transaction;

/** The SQL of stock holds. */
final class HoldStore {

    /** Leaves ACTIVE, once. @return false where the hold had ended before or never was */
    boolean end(Transaction tx, UUID id, String state) {
        return tx.handle().createUpdate("""
                update stock_hold set state = :state, ended_at = callboard_now() where id = :id and state = 'ACTIVE'
                """).bind("id", id).bind("state", state).execute() == 1;
    }

    void giveBack(Transaction tx, List<StockLine> lines) {
        tx.handle().createUpdate("""
                update product set held = held - ended.quantity
                from unnest(cast(:skus as text[]), cast(:quantities as bigint[])) as ended (sku, quantity)
                where product.sku = ended.sku
                """).bindArray("skus", String.class, lines.stream().map(StockLine::sku).toArray())
                .bindArray("quantities", Long.class, lines.stream().map(StockLine::quantity).toArray()).execute();
    }

    Optional<String> state(Transaction tx, UUID id) {
        return tx.handle().createQuery("select state from stock_hold where id = :id").bind("id", id)
                .mapTo(String.class).findOne();
    }

    /** Locks the hold. @return false where it is not active, or somebody is ending it at this moment */
    boolean lockActive(Transaction tx, UUID id) {
        return tx.handle()
                .createQuery("select 1 from stock_hold where id = :id and state = 'ACTIVE' for update skip locked")
                .bind("id", id).mapTo(Integer.class).findOne().isPresent();
    }

    /** Claims an id that never became an order, waiting for an order insert under way. @return true where it was free */
    boolean sweep(Transaction tx, UUID id) {
        return tx.handle().createQuery("select spend_hold_id(:id)").bind("id", id).mapTo(Boolean.class).one();
    }
}

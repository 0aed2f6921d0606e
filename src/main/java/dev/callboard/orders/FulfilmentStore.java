package dev.callboard.orders;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.callboard.postgres.Transaction;

/** The SQL of fulfilment steps and invoices. */
final class FulfilmentStore {

    Set<String> done(Transaction tx, UUID order) {
        return tx.handle()
                .createQuery("select name from fulfilment_step where order_id = :order and done_at is not null")
                .bind("order", order).mapTo(String.class).collect(Collectors.toSet());
    }

    /** @return false where the step was done before; its effect must then not be repeated */
    boolean claimDone(Transaction tx, UUID order, String name, String note) {
        return tx.handle().createUpdate("""
                insert into fulfilment_step (order_id, name, done_at, note, attempts, last_attempt)
                values (:order, :name, callboard_now(), :note, 1, callboard_now())
                on conflict (order_id, name) do update set done_at = callboard_now(), note = :note, error = null,
                  attempts = fulfilment_step.attempts + 1, last_attempt = callboard_now()
                where fulfilment_step.done_at is null
                """).bind("order", order).bind("name", name).bind("note", note).execute() == 1;
    }

    void failed(Transaction tx, UUID order, int run, StepFault fault) {
        tx.handle().createUpdate("""
                insert into fulfilment_step (order_id, name, error, attempts, last_attempt)
                values (:order, :name, :error, 1, callboard_now())
                on conflict (order_id, name) do update set error = :error, attempts = fulfilment_step.attempts + 1,
                  last_attempt = callboard_now()
                where fulfilment_step.done_at is null
                """).bind("order", order).bind("name", fault.step()).bind("error", fault.error()).execute();
        tx.handle().createUpdate("""
                insert into fulfilment_failure (order_id, name, run, error, took_millis, worker)
                values (:order, :name, :run, :error, :took, :worker)
                """).bind("order", order).bind("name", fault.step()).bind("run", run).bind("error", fault.error())
                .bind("took", fault.took() == null ? null : fault.took().toMillis()).bind("worker", fault.worker())
                .execute();
    }

    /** The number of the order's invoice, drawn where it has none; the order row is locked, so that it draws one. */
    long invoiceNumber(Transaction tx, UUID order) {
        return tx.handle().createQuery("select number from invoice where order_id = :order").bind("order", order)
                .mapTo(Long.class).findOne().orElseGet(() -> drawNumber(tx, order));
    }

    /** The counter is locked until the transaction ends, so that none is lost. */
    private static long drawNumber(Transaction tx, UUID order) {
        return tx.handle().createQuery("""
                with drawn as (update invoice_counter set last = last + 1 returning last)
                insert into invoice (order_id, number) select :order, last from drawn returning number
                """).bind("order", order).mapTo(Long.class).one();
    }

    void keepInvoice(Transaction tx, UUID order, byte[] pdf) {
        tx.handle().createUpdate("update invoice set pdf = :pdf where order_id = :order and pdf is null")
                .bind("order", order).bind("pdf", pdf).execute();
    }
}

package dev.callboard.check;

import java.util.List;
import java.util.UUID;

import dev.callboard.TestShop;
import dev.callboard.jobs.JobWorker;
import dev.callboard.orders.Fulfilment;
import dev.callboard.stock.StockLine;
import dev.callboard.workers.InventoryStep;
import dev.callboard.workers.StepWork;

/** A shop that has seen everything: receipts, a write-off, a return, and an order in every state. */
final class TradedShop implements AutoCloseable {
    final TestShop shop = new TestShop();
    final UUID completed;
    final UUID failed;
    final UUID reserved;
    final UUID paid;

    TradedShop() throws InterruptedException {
        shop.receive("A", 100);
        shop.receive("B", 50);
        shop.stock.writeOff(new StockLine("B", 3), "broken");
        completed = shop.paid("c-1", new StockLine("A", 5), new StockLine("B", 1));
        try (JobWorker worker = shop.worker(shop.shipping())) {
            shop.drain();
        }
        shop.returns.take("c-1", List.of(new StockLine("A", 2)), null);
        failed = shop.failedAfterShipping("c-2", new StockLine("A", 4));
        UUID cancelled = shop.failedAfterShipping("c-3", new StockLine("B", 2));
        shop.actions.cancel(shop.key(cancelled), "customer left");
        invoiced();
        reserved = shop.reserve("c-5", new StockLine("B", 6)).uuid();
        paid = shop.paid("c-7", new StockLine("A", 1), new StockLine("B", 1));
        UUID expired = shop.reserve("c-6", new StockLine("B", 1)).uuid();
        harm("update orders set expires_at = created_at where id = '" + expired + "'");
        shop.expiry.expireDue(10);
    }

    private void invoiced() throws InterruptedException {
        shop.paid("c-4", new StockLine("A", 1));
        StepWork invoice = new StepWork() {
            @Override
            public String name() {
                return "invoice";
            }

            @Override
            public void run(Fulfilment.TakenOver mine) {
                shop.fulfilment.invoice(mine, number -> new byte[]{1});
            }
        };
        try (JobWorker worker = shop.worker(shop.handler(List.of(new InventoryStep(shop.fulfilment), invoice)))) {
            shop.drain();
        }
    }

    List<Invariant> invariants() {
        return ShopInvariants.of(shop.database, shop.gate, shop.queue);
    }

    /** The named invariant. */
    Invariant invariant(String name) {
        return invariants().stream().filter(invariant -> invariant.name().equals(name)).findAny().orElseThrow();
    }

    /** With the ids of this shop's orders in place of {@code ${paid}} and so on. */
    String told(String script) {
        return script.replace("${paid}", paid.toString()).replace("${completed}", completed.toString())
                .replace("${failed}", failed.toString()).replace("${reserved}", reserved.toString());
    }

    /** Does what only a fault of the program could do: past its rules and the schema's triggers. */
    void harm(String script) {
        shop.database.transaction(tx -> tx.handle()
                .createScript("set local session_replication_role = replica; " + told(script)).execute());
    }

    @Override
    public void close() {
        shop.close();
    }
}

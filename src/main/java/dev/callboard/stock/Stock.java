package dev.callboard.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import dev.callboard.audit.Act;
import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.outbox.Outbox;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Database;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;

/** Products, and the stock movements that no order causes. */
public final class Stock {
    private final Database database;
    private final PromptDelivery prompt;
    private final Outbox outbox;
    private final AuditLog audit;
    private final GateWatch watch;
    private final Signals signals;
    private final Gate gate;
    private final ProductStore products = new ProductStore();
    private final LedgerStore ledger = new LedgerStore();

    /** What writing needs. */
    public record Writing(PromptDelivery prompt, Outbox outbox, AuditLog audit, Signals signals) {}

    public Stock(Database database, Writing writing, Gate gate, GateWatch watch) {
        this.database = database;
        this.prompt = writing.prompt();
        this.outbox = writing.outbox();
        this.audit = writing.audit();
        this.signals = writing.signals();
        this.gate = gate;
        this.watch = watch;
    }

    /** Books one delivery. */
    public StockReport receive(Receipt receipt) {
        boolean pending = receive(List.of(receipt));
        return report(receipt.goods().sku(), pending);
    }

    /**
     * Books many deliveries in one transaction.
     *
     * @return true where the gate has not been told yet
     */
    public boolean receive(List<Receipt> receipts) {
        UUID request = UUID.randomUUID();
        Set<String> skus = new TreeSet<>();
        receipts.forEach(receipt -> skus.add(receipt.goods().sku()));
        Map<String, String> deliveries = new HashMap<>();
        receipts.forEach(receipt -> deliveries.put(receipt.goods().sku(), receipt.delivery()));
        ensureOpenGate();
        PromptDelivery.Answer<Void> answer = prompt.run((tx, rows) -> {
            receipts.stream().sorted(Comparator.comparing(receipt -> receipt.goods().sku()))
                    .forEach(receipt -> products.ensure(tx, receipt.goods().sku(), receipt.name(), receipt.price()));
            ledger.lock(tx, List.copyOf(skus));
            ledger.move(tx,
                    StockLine.summed(receipts.stream().map(Receipt::goods).toList()).stream()
                            .map(line -> new LedgerMovement(request, MovementKind.RECEIVE, line.sku(), null,
                                    line.quantity(), deliveries.get(line.sku())))
                            .toList());
            receipts.forEach(receipt -> write(tx, "product.receive", receipt.goods(), Act.person(receipt.delivery())));
            rows.add(tellGate(tx, skus));
            tx.afterCommit(() -> skus.forEach(sku -> signals.changed(Topic.product(sku))));
            return null;
        });
        return answer.pending();
    }

    /**
     * Takes goods out of stock for good: at most what is available, never units that are held.
     *
     * @throws Refusal {@code not_found}, {@code invalid}
     */
    public WriteOff writeOff(StockLine goods, String reason) {
        if (reason == null || reason.isBlank()) {
            throw Refusal.invalid("A write-off needs a reason.");
        }
        ensureOpenGate();
        PromptDelivery.Answer<Long> answer = prompt.run((tx, rows) -> {
            long available = products.lockAvailable(tx, goods.sku())
                    .orElseThrow(() -> Refusal.notFound("product", goods.sku()));
            long taken = Math.max(0, Math.min(goods.quantity(), available));
            if (taken > 0) {
                ledger.move(tx, List.of(new LedgerMovement(UUID.randomUUID(), MovementKind.WRITE_OFF, goods.sku(), null,
                        -taken, reason)));
                write(tx, "product.write_off", new StockLine(goods.sku(), taken), Act.person(reason));
                rows.add(tellGate(tx, Set.of(goods.sku())));
                tx.afterCommit(() -> signals.changed(Topic.product(goods.sku())));
            }
            return taken;
        });
        return new WriteOff(goods.sku(), answer.value(), goods.quantity() - answer.value(), answer.pending());
    }

    /**
     * Products with their gate figures, by SKU; all of them where none is named.
     *
     * @throws Refusal {@code not_found} for a SKU that is none
     */
    public List<StockReport> list(List<String> skus) {
        List<Product> found = database.transaction(tx -> skus.isEmpty() ? products.all(tx) : products.these(tx, skus));
        for (String sku : skus) {
            if (found.stream().noneMatch(product -> product.sku().equals(sku))) {
                throw Refusal.notFound("product", sku);
            }
        }
        Optional<Map<String, GateFigures>> figures = gateFigures(found.stream().map(Product::sku).toList());
        List<StockReport> reports = new ArrayList<>();
        for (Product product : found) {
            OptionalLong available = figures
                    .map(bySku -> OptionalLong.of(bySku.get(product.sku()).available())).orElse(OptionalLong.empty());
            reports.add(new StockReport(product, available, false));
        }
        return reports;
    }

    private StockReport report(String sku, boolean pending) {
        StockReport report = list(List.of(sku)).getFirst();
        return new StockReport(report.product(), report.gate(), pending);
    }

    private Optional<Map<String, GateFigures>> gateFigures(List<String> skus) {
        try {
            return gate.figures(skus);
        } catch (Unavailable redisIsAway) {
            return Optional.empty();
        }
    }

    private void ensureOpenGate() {
        try {
            watch.ensureOpen();
        } catch (Unavailable redisIsAway) {
            // Postgres keeps the truth and the outbox the news: the goods are booked, the answer says pending.
            org.slf4j.LoggerFactory.getLogger(Stock.class).warn("the stock gate cannot be reached: {}",
                    redisIsAway.getMessage());
        }
    }

    private long tellGate(Transaction tx, Set<String> skus) {
        return outbox.put(tx, OutboxKind.GATE, skus.iterator().next(), Map.of("skus", skus));
    }

    private void write(Transaction tx, String action, StockLine goods, Act act) {
        audit.write(tx, new AuditEntry(act.duty(), action, "product", goods.sku(), act.reason(), Map.of(),
                Map.of("quantity", goods.quantity())));
    }
}

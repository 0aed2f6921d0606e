package dev.callboard.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.callboard.audit.AuditEntry;
import dev.callboard.audit.AuditLog;
import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.outbox.PromptDelivery;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.StorableText;
import dev.callboard.stock.MovementKind;
import dev.callboard.stock.StockHolds;
import dev.callboard.stock.StockHolds.OrderedGoods;
import dev.callboard.stock.StockLine;

/**
 * Goods that a customer brings back: at most what that customer still holds from completed orders, oldest first
 * (protocol, rule 14).
 */
public final class CustomerReturns {
    private final PromptDelivery prompt;
    private final StockHolds holds;
    private final AuditLog audit;
    private final Signals signals;
    private final OrderLineStore lines = new OrderLineStore();
    private final ReturnRequestStore requests = new ReturnRequestStore();

    public CustomerReturns(PromptDelivery prompt, StockHolds holds, AuditLog audit, Signals signals) {
        this.prompt = prompt;
        this.holds = holds;
        this.audit = audit;
        this.signals = signals;
    }

    /**
     * What was taken back and what was not.
     *
     * @param returned units by product and the order they came from
     * @param refused units that this customer does not hold
     */
    public record ReturnAnswer(List<Returned> returned, List<StockLine> refused) {}

    /** @param order number of the order that the goods came from */
    public record Returned(String sku, long quantity, long order) {}

    /**
     * Takes goods back.
     *
     * @param key makes a repeated request give the first one's answer; null for none
     * @throws Refusal {@code invalid} for a customer or key that cannot be, {@code not_found} for a SKU that no product
     *         has, {@code key_reused} where the key was used for other goods
     */
    public PromptDelivery.Answer<ReturnAnswer> take(String customer, List<StockLine> goods, String key) {
        ReservationRequest.requireCustomer(customer);
        if (key != null && !StorableText.fits(key, ReturnRequestStore.LONGEST_KEY)) {
            throw Refusal.invalid("A key has 1 to " + ReturnRequestStore.LONGEST_KEY + " characters.");
        }
        List<StockLine> asked = StockLine.summed(goods);
        return prompt.run((tx, rows) -> {
            if (key != null) {
                ReturnAnswer earlier = requests.claim(tx, key, customer, asked);
                if (earlier != null) {
                    return earlier;
                }
            }
            ReturnAnswer answer = take(tx, rows, customer, asked);
            if (key != null) {
                requests.answered(tx, key, answer);
            }
            return answer;
        });
    }

    private ReturnAnswer take(Transaction tx, List<Long> rows, String customer, List<StockLine> asked) {
        lines.unknown(tx, asked.stream().map(StockLine::sku).toList()).stream().findFirst().ifPresent(sku -> {
            throw Refusal.notFound("product", sku);
        });
        List<Returned> returned = new ArrayList<>();
        List<StockLine> refused = new ArrayList<>();
        List<OrderedGoods> booked = new ArrayList<>();
        for (StockLine line : asked) {
            long left = line.quantity();
            for (OrderLineStore.Returnable held : lines.returnable(tx, customer, line.sku())) {
                long units = Math.min(left, held.left());
                if (units > 0) {
                    lines.returned(tx, held.id(), units);
                    booked.add(new OrderedGoods(held.id(), held.sku(), units));
                    returned.add(new Returned(held.sku(), units, held.orderNumber()));
                    audit.write(tx, new AuditEntry(null, "order.return", "order", held.orderId().toString(), null,
                            java.util.Map.of(), java.util.Map.of("sku", held.sku(), "quantity", units)));
                    left -= units;
                }
            }
            if (left > 0) {
                refused.add(new StockLine(line.sku(), left));
            }
        }
        if (!booked.isEmpty()) {
            rows.add(holds.bookBack(tx,
                    new StockHolds.BookBack(MovementKind.CUSTOMER_RETURN, UUID.randomUUID(), null, null), booked));
            booked.forEach(line -> tx.afterCommit(() -> signals.changed(Topic.product(line.sku()))));
        }
        return new ReturnAnswer(returned, refused);
    }
}

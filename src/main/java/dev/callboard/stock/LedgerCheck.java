package dev.callboard.stock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import dev.callboard.postgres.Database;

/** Adds up the ledger of every product, and the holds, and compares them with what the products say. */
public final class LedgerCheck {
    private static final int CHUNK = 500;

    private final Database database;
    private final ProductLedgerStore store = new ProductLedgerStore();

    public LedgerCheck(Database database) {
        this.database = database;
    }

    /**
     * A product that does not add up.
     *
     * @param ledger what its movements come to
     * @param holds what its open holds come to
     */
    public record Difference(String sku, long onHand, long ledger, long held, long holds) {

        boolean isNone() {
            return onHand == ledger && held == holds;
        }
    }

    /**
     * How a check went.
     *
     * @param checked how many products were looked at
     * @param whole false where it was stopped before the end
     */
    public record Report(long checked, List<Difference> differences, boolean whole) {}

    /**
     * Looks at every product, some hundred at a time; each is compared within one statement, so that sales under way
     * are no difference.
     *
     * @param progress hears how many were looked at so far
     * @param stop asked between the steps
     */
    public Report run(LongConsumer progress, BooleanSupplier stop) {
        List<Difference> differences = new ArrayList<>();
        long checked = 0;
        String last = "";
        List<Difference> chunk;
        do {
            String after = last;
            chunk = database.transaction(tx -> store.compared(tx, after, CHUNK));
            chunk.stream().filter(product -> !product.isNone()).forEach(differences::add);
            checked += chunk.size();
            last = chunk.isEmpty() ? last : chunk.getLast().sku();
            progress.accept(checked);
        } while (chunk.size() == CHUNK && !stop.getAsBoolean());
        return new Report(checked, List.copyOf(differences), chunk.size() < CHUNK);
    }
}

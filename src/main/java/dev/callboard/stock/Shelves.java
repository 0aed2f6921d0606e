package dev.callboard.stock;

import java.util.Collection;
import java.util.Map;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.StorableText;

/** Where products lie, for whoever hands them over. */
public final class Shelves {
    /** The longest name of a shelf, in characters. */
    public static final int LONGEST = 40;

    private final Database database;
    private final Signals signals;
    private final ShelfStore store = new ShelfStore();

    public Shelves(Database database, Signals signals) {
        this.database = database;
        this.signals = signals;
    }

    /** The shelves of these products, by SKU; those that nobody knows are left out. */
    public Map<String, String> of(Collection<String> skus) {
        return database.transaction(tx -> store.of(tx, skus));
    }

    /** The shelf of one product, or null where nobody knows. @throws Refusal {@code not_found} */
    public String at(String sku) {
        return database.transaction(tx -> store.at(tx, sku));
    }

    /**
     * Says where a product lies from now on.
     *
     * @param shelf or null where nobody knows
     * @throws Refusal {@code not_found}, {@code invalid}
     */
    public void put(String sku, String shelf) {
        if (shelf != null && !StorableText.fits(shelf, LONGEST)) {
            throw Refusal.invalid("A shelf's name has 1 to " + LONGEST + " characters.");
        }
        database.transaction(tx -> {
            store.put(tx, sku, shelf);
            tx.afterCommit(() -> signals.changed(Topic.product(sku)));
            return null;
        });
    }
}

package dev.callboard.stock;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;

/** The SQL of where products lie. */
final class ShelfStore {

    Map<String, String> of(Transaction tx, Collection<String> skus) {
        return tx.handle().createQuery("select sku, shelf from product where sku = any (:skus) and shelf is not null")
                .bindArray("skus", String.class, skus.toArray())
                .map((row, context) -> Map.entry(row.getString("sku"), row.getString("shelf"))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Null for a shelf that nobody knows. @throws Refusal {@code not_found} for a product that is not there */
    String at(Transaction tx, String sku) {
        String shelf = tx.handle().createQuery("select coalesce(shelf, '') from product where sku = :sku")
                .bind("sku", sku)
                .mapTo(String.class).findOne().orElseThrow(() -> Refusal.notFound("product", sku));
        return shelf.isEmpty() ? null : shelf;
    }

    void put(Transaction tx, String sku, String shelf) {
        tx.handle().createQuery("select shelve_product(:sku, cast(:shelf as text))").bind("sku", sku)
                .bind("shelf", shelf).mapTo(String.class).list();
    }
}

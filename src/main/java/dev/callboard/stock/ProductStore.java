package dev.callboard.stock;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

import org.jdbi.v3.core.statement.StatementContext;

import dev.callboard.postgres.Transaction;

/** The SQL of products. */
final class ProductStore {
    private static final String COLUMNS = "select sku, name, price, on_hand, held, version from product ";

    void ensure(Transaction tx, String sku, String name, BigDecimal price) {
        tx.handle()
                .createUpdate(
                        """
                                insert into product (sku, name, price) values (:sku, coalesce(:name, ''), coalesce(cast(:price as numeric), 0))
                                on conflict (sku) do update set name = coalesce(:name, product.name),
                                  price = coalesce(cast(:price as numeric), product.price)
                                """)
                .bind("sku", sku).bind("name", name).bind("price", price).execute();
    }

    List<Product> all(Transaction tx) {
        return tx.handle().createQuery(COLUMNS + "order by sku").map(ProductStore::product).list();
    }

    List<Product> these(Transaction tx, List<String> skus) {
        return tx.handle().createQuery(COLUMNS + "where sku = any (:skus) order by sku")
                .bindArray("skus", String.class, skus.toArray()).map(ProductStore::product).list();
    }

    /** Locks the product. @return units that are neither held nor gone; empty where there is no such product */
    OptionalLong lockAvailable(Transaction tx, String sku) {
        return tx.handle().createQuery("select on_hand - held from product where sku = :sku for no key update")
                .bind("sku", sku).mapTo(Long.class).findOne().map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private static Product product(ResultSet row, StatementContext context) throws SQLException {
        return new Product(row.getString("sku"), row.getString("name"), row.getBigDecimal("price"),
                row.getLong("on_hand"), row.getLong("held"), row.getLong("version"));
    }
}

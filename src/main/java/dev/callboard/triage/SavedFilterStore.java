package dev.callboard.triage;

import java.util.List;

import dev.callboard.postgres.Transaction;

/** The SQL of saved filters; the server shows each login its own. */
final class SavedFilterStore {

    List<SavedFilter> all(Transaction tx) {
        return tx.handle().createQuery("select id, name, query from saved_filter order by id")
                .map((row, context) -> new SavedFilter(row.getLong("id"), row.getString("name"),
                        row.getString("query")))
                .list();
    }

    /** A name that is there already gets the new query. */
    void save(Transaction tx, String name, String query) {
        tx.handle().createUpdate("""
                insert into saved_filter (name, query) values (:name, :query)
                on conflict (login, name) do update set query = excluded.query
                """).bind("name", name).bind("query", query).execute();
    }

    boolean rename(Transaction tx, long id, String name) {
        return tx.handle().createUpdate("update saved_filter set name = :name where id = :id").bind("id", id)
                .bind("name", name).execute() == 1;
    }

    boolean delete(Transaction tx, long id) {
        return tx.handle().createUpdate("delete from saved_filter where id = :id").bind("id", id).execute() == 1;
    }
}

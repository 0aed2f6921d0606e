package dev.callboard.tickets;

import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.statement.Query;

import dev.callboard.postgres.Transaction;

/** The SQL of what counters there are and what they serve. */
final class CounterPlaceStore {
    private static final String SERVED = "select queues from counter where name = :name and queues is not null";

    private static final String QUEUES = "select code from queue order by code";

    /** The queues that were chosen for the counter; nothing where nobody chose. */
    Optional<List<String>> served(Transaction tx, String name) {
        return tx.handle().createQuery(SERVED).bind("name", name)
                .map((row, context) -> List.of((String[]) row.getArray("queues").getArray())).findOne();
    }

    List<String> queues(Transaction tx) {
        return tx.handle().createQuery(QUEUES).mapTo(String.class).list();
    }

    /** @param queues codes, which never hold a comma; null for what the console says */
    void serve(Transaction tx, String name, List<String> queues) {
        done(tx.handle().createQuery("select serve_queues(:name, string_to_array(:queues, ','))").bind("name", name)
                .bind("queues", queues == null ? null : String.join(",", queues)));
    }

    void free(Transaction tx, String name, String reason) {
        done(tx.handle().createQuery("select free_counter(:name, :reason)").bind("name", name).bind("reason", reason));
    }

    void add(Transaction tx, String name) {
        done(tx.handle().createQuery("select add_counter(:name)").bind("name", name));
    }

    void retire(Transaction tx, String name) {
        done(tx.handle().createQuery("select retire_counter(:name)").bind("name", name));
    }

    void rename(Transaction tx, String name, String called) {
        done(tx.handle().createQuery("select rename_counter(:name, :called)").bind("name", name).bind("called",
                called));
    }

    private static void done(Query command) {
        command.mapTo(String.class).list();
    }
}

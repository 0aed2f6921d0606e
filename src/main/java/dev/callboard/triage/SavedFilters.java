package dev.callboard.triage;

import java.util.List;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.SqlFailures;
import dev.callboard.refusals.Refusal;

/** The filters that this login keeps. */
public final class SavedFilters {
    private static final int LONGEST_NAME = 60;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;
    private final SavedFilterStore store = new SavedFilterStore();

    public SavedFilters(Database database) {
        this.database = database;
    }

    /** In the order in which they were made. */
    public List<SavedFilter> all() {
        return database.transaction(store::all);
    }

    /** Keeps a query; a name that is there already gets the new one. @throws Refusal {@code invalid} */
    public void save(String name, String query) {
        database.transaction(tx -> {
            store.save(tx, checked(name), query);
            return null;
        });
    }

    /** @throws Refusal {@code invalid}, {@code not_found}, {@code taken} for another filter's name */
    public void rename(long id, String name) {
        try {
            if (!database.transaction(tx -> store.rename(tx, id, checked(name)))) {
                throw Refusal.notFound("filter", Long.toString(id));
            }
        } catch (RuntimeException failure) {
            if (UNIQUE_VIOLATION.equals(SqlFailures.sqlState(failure))) {
                throw new Refusal("taken", "There is a filter of that name already.");
            }
            throw failure;
        }
    }

    /** A filter that is gone already is no matter. */
    public void delete(long id) {
        database.transaction(tx -> store.delete(tx, id));
    }

    private static String checked(String name) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("A filter's name has 1 to " + LONGEST_NAME + " characters.");
        }
        return name.strip();
    }
}

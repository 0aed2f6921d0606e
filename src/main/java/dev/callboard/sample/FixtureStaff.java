package dev.callboard.sample;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.callboard.postgres.Database;
import dev.callboard.postgres.PostgresAddress;

/** The people of the pictures: each has a login of their own, so that what they do bears their name. */
public final class FixtureStaff implements AutoCloseable {
    private static final String PASSWORD = "only-in-pictures";

    private final PostgresAddress owner;
    private final Supplier<Instant> clock;
    private final StaffStore store = new StaffStore();
    private final Map<String, Database> databases = new HashMap<>();

    /** @param owner may create logins @param clock the time of the next transaction */
    public FixtureStaff(PostgresAddress owner, Supplier<Instant> clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** Creates the logins of people; once per server. */
    public void hire(List<String> logins) {
        create(logins, "callboard_admin");
    }

    /** Creates the login of a worker, and says where it logs in. */
    public PostgresAddress worker(String login) {
        create(List.of(login), "callboard_worker");
        return owner.as(login, PASSWORD);
    }

    private void create(List<String> logins, String role) {
        try (Database database = Database.open(owner, 1)) {
            logins.forEach(login -> database.transaction(tx -> {
                store.create(tx, login, PASSWORD, role);
                return null;
            }));
        }
    }

    /** The shop's database under that person's login. */
    public Database of(String login) {
        return databases.computeIfAbsent(login, name -> Database.withHeldClock(address(name), 1, clock));
    }

    /** The shop's server under that person's login. */
    public PostgresAddress address(String login) {
        return owner.as(login, PASSWORD);
    }

    @Override
    public void close() {
        databases.values().forEach(Database::close);
    }
}

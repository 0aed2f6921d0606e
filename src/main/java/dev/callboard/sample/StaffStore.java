package dev.callboard.sample;

import dev.callboard.postgres.Transaction;

/** The SQL that gives the people of the fixture their logins. */
final class StaffStore {
    /** Names cannot be bound where a role is created, so the server quotes them. */
    private static final String CREATE = """
            select format('create role %I login password %L in role callboard_admin, %I',
              cast(:login as text), cast(:password as text), cast(:role as text))
            """;

    /** @param role that it has beside the right to hold the clock */
    void create(Transaction tx, String login, String password, String role) {
        tx.handle()
                .execute(tx.handle().createQuery(CREATE).bind("login", login).bind("password", password)
                        .bind("role", role)
                        .mapTo(String.class).one());
    }
}

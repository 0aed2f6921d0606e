package dev.callboard.postgres;

import java.util.List;

/** Asks Postgres what the login may do. */
public final class Privileges {
    private static final String RUN = """
            select coalesce(bool_or(has_function_privilege(session_user, oid, 'execute')), false)
            from pg_proc where proname = :name and pronamespace = 'public'::regnamespace
            """;
    private static final String ON_TABLE = "select has_any_column_privilege(session_user, :name, :act)";
    private static final String ROLE = "select pg_has_role(session_user, :name, 'member')";
    private static final String ROLES = """
            select rolname from pg_roles
            where rolname in ('callboard_kiosk', 'callboard_staff', 'callboard_admin', 'callboard_worker', 'callboard_gateway')
              and pg_has_role(session_user, oid, 'member')
            order by rolname
            """;

    private final Database database;

    public Privileges(Database database) {
        this.database = database;
    }

    /** True where the login has it. */
    public boolean has(Privilege privilege) {
        return switch (privilege) {
            case Privilege.Run run -> database
                    .transaction(
                            tx -> tx.handle().createQuery(RUN).bind("name", run.function()).mapTo(boolean.class).one());
            case Privilege.Insert insert -> onTable(insert.table(), "insert");
            case Privilege.Read read -> onTable(read.table(), "select");
            case Privilege.AnyRole any -> any.roles().stream().anyMatch(this::isMember);
        };
    }

    private boolean onTable(String table, String act) {
        return database.transaction(tx -> tx.handle().createQuery(ON_TABLE).bind("name", table).bind("act", act)
                .mapTo(boolean.class).one());
    }

    private boolean isMember(String role) {
        return database
                .transaction(tx -> tx.handle().createQuery(ROLE).bind("name", role).mapTo(boolean.class).one());
    }

    /** Callboard's roles that the login is a member of, by name. */
    public List<String> roles() {
        return database.transaction(tx -> tx.handle().createQuery(ROLES).mapTo(String.class).list());
    }
}

package dev.callboard.postgres;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;

import dev.callboard.refusals.Unavailable;

/**
 * A pool of connections to one Postgres database under one login, and the only place where a transaction begins.
 *
 * <p>Every connection says READ COMMITTED and its time limits itself, in its start-up packet, so that neither a
 * default of the server nor of the role can change them.
 */
public final class Database implements AutoCloseable {
    private static final int REPEATS = 3;
    private static final String SESSION_OPTIONS = String.join(" ", "-c default_transaction_isolation=read\\ committed",
            "-c idle_in_transaction_session_timeout=5s", "-c lock_timeout=3s", "-c timezone=UTC",
            // no statement here is long enough to be worth compiling, and Postgres before 18 takes plans that were kept
            // from sorting or scanning for very long ones
            "-c jit=off");

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final PostgresAddress address;
    private final Supplier<Instant> heldClock;

    /** Opens a pool that lets the server tell the time. */
    public static Database open(PostgresAddress address, int connections) {
        return new Database(address, connections, () -> null, Patience.LATER);
    }

    /**
     * As {@link #open}, but connects at once: a command that runs for a moment should hear of a dead server at the
     * first refusal.
     *
     * @throws Unavailable when Postgres cannot be reached
     */
    public static Database connected(PostgresAddress address, int connections) {
        return new Database(address, connections, () -> null, Patience.NONE);
    }

    /**
     * Opens a pool whose transactions all see the given clock instead of the server's. Only replays, fixtures and
     * tests hold a clock; the server honours it for members of {@code callboard_admin} alone.
     *
     * @param heldClock the time of the next transaction; null for the server's own
     */
    public static Database withHeldClock(PostgresAddress address, int connections, Supplier<Instant> heldClock) {
        return new Database(address, connections, heldClock, Patience.LATER);
    }

    private Database(PostgresAddress address, int connections, Supplier<Instant> heldClock, Patience patience) {
        this.address = address;
        this.heldClock = heldClock;
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.jdbcUrl());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setInitializationFailTimeout(patience.milliseconds);
        config.setPoolName("postgres");
        config.addDataSourceProperty("options", SESSION_OPTIONS);
        config.addDataSourceProperty("ApplicationName", "callboard");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("socketTimeout", "60");
        this.pool = opened(config);
        this.jdbi = Jdbi.create(pool);
    }

    private HikariDataSource opened(HikariConfig config) {
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failure) {
            throw SqlFailures.translated(failure, address);
        }
    }

    /** What to do when the server does not answer as the pool opens. */
    private enum Patience {
        NONE(1), LATER(-1);

        private final long milliseconds;

        Patience(long milliseconds) {
            this.milliseconds = milliseconds;
        }
    }

    /**
     * Runs the work in one READ COMMITTED transaction and commits it. A deadlock or serialization failure is
     * repeated, up to three times; the work must therefore have no effect outside the database.
     *
     * @throws dev.callboard.refusals.Refusal when a rule of the schema said no
     * @throws Unavailable when Postgres cannot be reached; whether a commit arrived is then unknown
     * @throws dev.callboard.refusals.NotPermitted when the login lacks the right
     */
    public <T> T transaction(Function<Transaction, T> work) {
        return transaction(TransactionIsolationLevel.READ_COMMITTED, work);
    }

    /** As {@link #transaction}, but everything the work reads is of one moment (REPEATABLE READ). */
    public <T> T snapshot(Function<Transaction, T> work) {
        return transaction(TransactionIsolationLevel.REPEATABLE_READ, work);
    }

    /**
     * As {@link #transaction} for work that is one statement, a call of a function for example: it is a transaction by
     * itself, so that no row stays locked while its commit travels.
     */
    public <T> T statement(Function<Transaction, T> work) {
        return heldClock.get() == null ? repeated(() -> alone(work)) : transaction(work);
    }

    private <T> T transaction(TransactionIsolationLevel level, Function<Transaction, T> work) {
        return repeated(() -> once(level, work));
    }

    private <T> T repeated(Supplier<T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return work.get();
            } catch (JdbiException failure) {
                if (attempt > REPEATS || !SqlFailures.isWorthRepeating(failure)) {
                    throw SqlFailures.translated(failure, address);
                }
            }
        }
    }

    private <T> T once(TransactionIsolationLevel level, Function<Transaction, T> work) {
        T result;
        Transaction transaction;
        try (Handle handle = jdbi.open()) {
            transaction = new Transaction(handle);
            handle.begin();
            try {
                prepare(handle, level);
                result = work.apply(transaction);
                handle.commit();
            } catch (RuntimeException | Error failure) {
                rollBack(handle, failure);
                throw failure;
            }
        }
        transaction.afterCommitWork().forEach(Runnable::run);
        return result;
    }

    private <T> T alone(Function<Transaction, T> work) {
        T result;
        Transaction transaction;
        try (Handle handle = jdbi.open()) {
            transaction = new Transaction(handle);
            result = work.apply(transaction);
        }
        transaction.afterCommitWork().forEach(Runnable::run);
        return result;
    }

    private void prepare(Handle handle, TransactionIsolationLevel level) {
        if (level != TransactionIsolationLevel.READ_COMMITTED) {
            handle.execute("set transaction isolation level repeatable read");
        }
        Instant held = heldClock.get();
        if (held != null) {
            handle.createQuery("select set_config('callboard.clock', :at, true)").bind("at", held.toString())
                    .mapTo(String.class).one();
        }
    }

    private static void rollBack(Handle handle, Throwable failure) {
        try {
            handle.rollback();
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    /** The server's time, or that of a held clock. */
    public Instant now() {
        return transaction(tx -> tx.handle().createQuery("select callboard_now()")
                .mapTo(java.time.OffsetDateTime.class).one()).toInstant();
    }

    /** The address without secrets. */
    public PostgresAddress address() {
        return address;
    }

    /** True when a trivial statement is answered; never throws. */
    public boolean answers() {
        try {
            return transaction(tx -> tx.handle().createQuery("select 1").mapTo(Integer.class).one()) == 1;
        } catch (RuntimeException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}

package dev.callboard.orders;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import dev.callboard.audit.AuditLog;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Refusal;

/** Reads orders. */
public final class Orders {
    private final Database database;
    private final AuditLog audit;
    private final OrderStore store = new OrderStore();

    public Orders(Database database, AuditLog audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * The id of the order that a person means by its number or id.
     *
     * @throws Refusal {@code not_found}
     */
    public UUID idOf(String numberOrId) {
        return resolve(numberOrId).orElseThrow(() -> Refusal.notFound("order", numberOrId));
    }

    private Optional<UUID> resolve(String numberOrId) {
        if (numberOrId.matches("\\d{1,18}")) {
            return database.transaction(tx -> store.idOf(tx, Long.parseLong(numberOrId)));
        }
        if (!numberOrId.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            return Optional.empty();
        }
        UUID id = UUID.fromString(numberOrId);
        return database.transaction(tx -> store.find(tx, id)).map(Order::uuid);
    }

    public Optional<Order> find(UUID id) {
        return database.transaction(tx -> store.find(tx, id));
    }

    /** @throws Refusal {@code not_found} */
    public OrderDetails details(UUID id) {
        return database.transaction(tx -> new OrderDetails(
                store.find(tx, id).orElseThrow(() -> Refusal.notFound("order", id.toString())), store.steps(tx, id),
                audit.about(tx, "order", id.toString())));
    }

    /** The newest orders, in one state or, where it is null, in any. */
    public List<Order> list(OrderState state, int limit) {
        return database.transaction(tx -> store.list(tx, state, limit));
    }

    public List<Order> these(List<UUID> ids) {
        return database.transaction(tx -> store.these(tx, ids));
    }

    /** The orders whose jobs have these short numbers, by number; unknown ones are left out. */
    public Map<Long, UUID> ofJobs(Collection<Long> numbers) {
        return numbers.isEmpty() ? Map.of() : database.transaction(tx -> store.ofJobs(tx, numbers));
    }

    /** The short numbers of these orders' jobs; orders without a job are left out. */
    public Map<UUID, Long> jobNumbers(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : database.transaction(tx -> store.jobNumbers(tx, ids));
    }

    /** The number of the order's invoice, once it has one. */
    public Optional<Long> invoiceNumber(UUID id) {
        return database.transaction(tx -> store.invoiceNumber(tx, id));
    }

    /** Every failed order, newest failure first. */
    public List<UUID> failedIds() {
        return database.transaction(store::failedIds);
    }

    /** What stands still because orders failed. */
    public FailedStake failedStake() {
        return database.transaction(store::failedStake);
    }

    /** Orders that have been FAILED for at least so long, the longest failed first. */
    public List<Order> failedFor(Duration length, int limit) {
        return database.transaction(tx -> store.failedFor(tx, length, limit));
    }
}

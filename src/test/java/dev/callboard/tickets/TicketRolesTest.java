package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.callboard.TestServers;
import dev.callboard.live.Signals;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.NotPermitted;

/** Who may do what with tickets, asked of the database. */
@Tag("L08")
class TicketRolesTest {
    private static final Map<String, Set<String>> MAY = Map.of("callboard_kiosk", Set.of("join", "queues"),
            "callboard_gateway", Set.of("join", "queues", "read"), "callboard_staff",
            Set.of("join", "queues", "read", "call", "act", "set", "lease"), "callboard_admin",
            Set.of("join", "queues", "read", "call", "act", "set", "lease", "add", "expire"), "callboard_worker",
            Set.of("queues", "read", "expire"));

    private final TicketShop shop = new TicketShop(2);

    @AfterEach
    void close() {
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"callboard_kiosk", "callboard_gateway", "callboard_staff", "callboard_admin",
        "callboard_worker"})
    void theDatabaseAllowsARoleItsOwnAndNothingElse(String role) {
        UUID id = shop.join("A").id();
        UUID leaver = shop.join("B").id();
        try (Database database = Database.open(TestServers.addressFor(shop.address, role), 1)) {
            Tickets tickets = new Tickets(database, TicketShop.DAY, Signals.none());
            Queues queues = new Queues(database, TicketShop.DAY, Signals.none());
            Map<String, Runnable> actions = Map.of("join", () -> tickets.join(JoinRequest.of("A")), "queues",
                    () -> assertThat(queues.list()).isNotEmpty(), "read", () -> tickets.find(id), "call",
                    () -> tickets.callNext(List.of("A"), "K1", LeaseToken.none()), "set",
                    () -> queues.set("B", QueueState.LOCKED, null), "lease",
                    () -> new Counters(database, TicketShop.MINUTE).lease("K2"), "add",
                    () -> queues.add("C" + role.substring(10, 12), "new"), "expire", tickets::expireLeftovers, "act",
                    () -> tickets.cancel(leaver, null));
            actions.forEach((name, action) -> expect(MAY.get(role).contains(name), name).accept(action));
            for (String forbidden : List.of("update ticket set priority = 1", "delete from ticket",
                    "insert into queue values ('X', 'x')", "select token from counter",
                    "insert into ticket_event (ticket_id, at, kind, to_state, queue) select id, now(), 'JOINED', 'WAITING', queue from ticket")) {
                expect(false, forbidden).accept(() -> database.transaction(tx -> tx.handle().execute(forbidden)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"callboard_kiosk", "callboard_gateway", "callboard_staff"})
    void theActorIsTheLoginThatActed(String role) {
        try (Database database = Database.open(TestServers.addressFor(shop.address, role), 1)) {
            new Tickets(database, TicketShop.DAY, Signals.none()).join(JoinRequest.of("A"));
        }
        String login = TestServers.addressFor(shop.address, role).user();
        assertThat(shop.count("audit_entry where action = 'ticket.joined' and actor = '" + login + "'")).isEqualTo(1);
        assertThat(shop.count("ticket_event where actor = '" + login + "'")).isEqualTo(1);
    }

    private static Consumer<Runnable> expect(boolean allowed, String name) {
        return action -> {
            if (allowed) {
                assertThatCode(action::run).as(name).doesNotThrowAnyException();
            } else {
                assertThatExceptionOfType(NotPermitted.class).as(name).isThrownBy(action::run);
            }
        };
    }
}

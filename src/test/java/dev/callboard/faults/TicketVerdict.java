package dev.callboard.faults;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.callboard.TestShop;
import dev.callboard.faults.TicketPromises.Done;
import dev.callboard.faults.TicketPromises.Drawn;
import dev.callboard.faults.TicketPromises.Wish;
import dev.callboard.tickets.TicketEventKind;

/**
 * Judges the tickets by what people were told: every number told is there and nobody else's, everything told is
 * recorded once, and what was asked for without an answer happened once at most. The invariants of {@code check} judge the
 * rest.
 */
final class TicketVerdict {
    private static final String DRAWN = "select t.id, t.origin, t.number, k.key from ticket t left join join_key k on k.ticket_id = t.id";
    private static final String ACTS = """
            select e.ticket_id, e.kind, e.at, case when e.kind = 'CALLED' then e.counter end as caller,
              exists (select from ticket_event u where u.reverts = e.id) as undone
            from ticket_event e where e.duty is null and e.kind <> 'JOINED'
            """;
    private static final String FINISHED = "select id::text from ticket where state = 'COMPLETED'";
    private static final String LINKED = """
            select t.id::text || ' ' || t.order_id from ticket t where (select count(*) from audit_entry a
              where a.action = 'ticket.order' and a.subject_id = t.id::text) = 1
            """;

    private final TestShop shop;
    private final TicketPromises told;
    private final List<String> violations = new ArrayList<>();

    private record Act(UUID ticket, TicketEventKind kind, Instant at, String caller, boolean isUndone) {}

    private record Known(Drawn ticket, String key) {}

    private TicketVerdict(TestShop shop, TicketPromises told) {
        this.shop = shop;
        this.told = told;
    }

    /** @return what is wrong, a line each */
    static List<String> of(TestShop shop, TicketPromises told) {
        TicketVerdict verdict = new TicketVerdict(shop, told);
        verdict.numbers();
        verdict.acts();
        Set<String> linked = Set.copyOf(verdict.texts(LINKED));
        told.orders.forEach((ticket, order) -> verdict.unless(linked.contains(ticket + " " + order),
                "ticket " + ticket + " was given order " + order));
        return verdict.violations;
    }

    private void numbers() {
        Map<String, Drawn> byKey = new HashMap<>();
        for (Known known : drawn()) {
            unless(known.key() != null && told.asked.contains(known.key()), known.ticket() + " was asked for");
            byKey.put(known.key(), known.ticket());
        }
        told.drawn.forEach((key, ticket) -> unless(ticket.equals(byKey.get(key)),
                "visit " + key + " was told of " + ticket + ", there is " + byKey.get(key)));
    }

    private void acts() {
        Map<Done, Act> byTold = new HashMap<>();
        Map<Wish, Integer> times = new HashMap<>();
        for (Act act : recorded()) {
            byTold.put(new Done(act.ticket(), act.kind(), act.at(), act.caller()), act);
            times.merge(new Wish(act.kind(), act.caller() == null ? act.ticket().toString() : act.caller()), 1,
                    Integer::sum);
        }
        times.forEach((wish, count) -> unless(count <= told.most(wish),
                wish + " was asked for " + told.most(wish) + " times and happened " + count + " times"));
        Set<String> finished = Set.copyOf(texts(FINISHED));
        Set<Done> once = new HashSet<>();
        for (Done done : told.done) {
            Act act = byTold.get(done);
            unless(act != null, done + " was told and is recorded");
            unless(once.add(done), done + " was told once");
            unless(act == null || done.kind() != TicketEventKind.COMPLETED || act.isUndone()
                    || finished.contains(done.ticket().toString()), done + " stands");
        }
    }

    private List<Known> drawn() {
        return shop.database.transaction(tx -> tx.handle().createQuery(DRAWN)
                .map((row, context) -> new Known(new Drawn(row.getObject("id", UUID.class), row.getString("origin"),
                        row.getInt("number")), row.getString("key")))
                .list());
    }

    private List<Act> recorded() {
        return shop.database.transaction(tx -> tx.handle().createQuery(ACTS)
                .map((row, context) -> new Act(row.getObject("ticket_id", UUID.class),
                        TicketEventKind.valueOf(row.getString("kind")),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("caller"),
                        row.getBoolean("undone")))
                .list());
    }

    private void unless(boolean holds, String claim) {
        if (!holds) {
            violations.add("not so: " + claim);
        }
    }

    private List<String> texts(String query) {
        return shop.database.transaction(tx -> tx.handle().createQuery(query).mapTo(String.class).list());
    }
}

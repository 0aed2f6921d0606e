package dev.callboard.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A real forenoon of a call centre, in which three of four callers have priority, comes to one slow counter. The log
 * tells who came when and with what priority; who is called when is up to the calling order.
 */
@Tag("T18")
class FairnessReplayTest {
    private static final Path LOG = Path.of("src/test/resources/data/calls_1999-01-03_1999-01-09.txt");
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(66);
    private static final int SHARE = 2;

    private record Caller(Instant at, int priority) {}

    /** One who waits, with how many stood before them, how many of those without priority. */
    private record Stood(Caller caller, int before, int normalBefore) {}

    private final TicketShop shop = new TicketShop(2, "1999-01-07T08:00:00Z");
    private final Map<UUID, Stood> waiting = new HashMap<>();
    private final Map<Stood, Duration> waits = new HashMap<>();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void withoutAnAgeLimitTheShareAloneBoundsEveryNormalWait() throws IOException {
        replay(new CallingRule(null, SHARE));
        waits.forEach((stood, wait) -> {
            if (stood.caller.priority == 0) {
                int calls = stood.normalBefore + (stood.normalBefore + 1) * SHARE + 1;
                assertThat(wait).as("%s", stood).isLessThanOrEqualTo(BETWEEN_CALLS.multipliedBy(calls));
            }
        });
    }

    @Test
    void withAnAgeLimitNobodyWaitsLongerThanItAndThoseBefore() throws IOException {
        CallingRule rule = new CallingRule(Duration.ofMinutes(10), SHARE);
        replay(rule);
        waits.forEach((stood, wait) -> assertThat(wait).as("%s", stood)
                .isLessThanOrEqualTo(rule.ageLimit().plus(BETWEEN_CALLS.multipliedBy(stood.before + 1))));
        waits.forEach((stood, wait) -> {
            if (stood.caller.priority == 0) {
                int calls = stood.before + (stood.normalBefore + 1) * SHARE + 1;
                assertThat(wait).as("%s", stood).isLessThanOrEqualTo(BETWEEN_CALLS.multipliedBy(calls));
            }
        });
    }

    private void replay(CallingRule rule) throws IOException {
        shop.queues.setRule("A", rule);
        Instant free = Instant.MIN;
        for (Caller caller : callers()) {
            while (free.isBefore(caller.at) && !waiting.isEmpty()) {
                free = call(free);
            }
            shop.clock.set(caller.at);
            int normal = (int) waiting.values().stream().filter(stood -> stood.caller.priority == 0).count();
            Ticket ticket = shop.tickets.join(new JoinRequest("A", null, caller.priority, null, null));
            waiting.put(ticket.id(), new Stood(caller, waiting.size(), normal));
            free = free.isBefore(caller.at) ? caller.at : free;
        }
        while (!waiting.isEmpty()) {
            free = call(free);
        }
    }

    private Instant call(Instant moment) {
        shop.clock.set(moment);
        Ticket called = shop.tickets.callNext(List.of("A"), "K1", LeaseToken.none());
        waits.put(waiting.remove(called.id()), Duration.between(called.joinedAt(), called.calledAt()));
        shop.tickets.serve(called.id(), LeaseToken.none());
        shop.tickets.complete(called.id(), LeaseToken.none());
        return moment.plus(BETWEEN_CALLS);
    }

    private static List<Caller> callers() throws IOException {
        List<Caller> callers = new ArrayList<>();
        for (String line : Files.readAllLines(LOG, StandardCharsets.ISO_8859_1)) {
            String[] columns = line.split("\t");
            if (columns[4].equals("PS") && columns[5].equals("990107") && columns[9].matches("1[012]:.*")) {
                callers.add(new Caller(Instant.parse("1999-01-07T" + columns[9] + "Z"),
                        columns[3].equals("2") ? 1 : 0));
            }
        }
        callers.sort(java.util.Comparator.comparing(Caller::at));
        return callers;
    }
}

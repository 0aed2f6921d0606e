package dev.callboard.faults;

import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import dev.callboard.tickets.TicketEventKind;

/** What visitors and counters were told of tickets, and what they asked for and may have got without hearing of it. */
final class TicketPromises {
    /** What visitors asked for, each under a key of its own. */
    final Set<String> asked = ConcurrentHashMap.newKeySet();
    /** The ticket that a visitor heard of, by the key. */
    final Map<String, Drawn> drawn = new ConcurrentHashMap<>();
    /** Acts of which a counter heard that they are done. */
    final Queue<Done> done = new ConcurrentLinkedQueue<>();
    /** The order that a counter heard is put to a ticket. */
    final Map<UUID, UUID> orders = new ConcurrentHashMap<>();
    private final Map<Wish, AtomicInteger> wishes = new ConcurrentHashMap<>();

    /** @param queue of issue */
    record Drawn(UUID id, String queue, int number) {}

    /** @param at by which the ticket's event is found @param caller the counter that somebody was called to, or null */
    record Done(UUID ticket, TicketEventKind kind, Instant at, String caller) {}

    /** @param subject the ticket, or the counter where somebody is called and it is not known who */
    record Wish(TicketEventKind kind, String subject) {}

    /** Somebody is about to ask: from here on it may happen once more. */
    void asks(Wish wish) {
        wishes.computeIfAbsent(wish, first -> new AtomicInteger()).incrementAndGet();
    }

    /** A rule said no: this time nothing happened. */
    void refused(Wish wish) {
        wishes.get(wish).decrementAndGet();
    }

    /** How often it may have happened. */
    int most(Wish wish) {
        AtomicInteger times = wishes.get(wish);
        return times == null ? 0 : times.get();
    }
}

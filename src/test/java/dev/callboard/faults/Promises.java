package dev.callboard.faults;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the shop has told people, and what it should not have said. */
final class Promises {
    /** Orders of which a customer heard that they are reserved. */
    final Set<UUID> reserved = ConcurrentHashMap.newKeySet();
    /** Orders of which somebody heard that they are paid. */
    final Set<UUID> paid = ConcurrentHashMap.newKeySet();
    /** Orders of which somebody heard that they are cancelled. */
    final Set<UUID> cancelled = ConcurrentHashMap.newKeySet();
    /** What was said of tickets. */
    final TicketPromises tickets = new TicketPromises();
    private final ConcurrentLinkedQueue<String> surprises = new ConcurrentLinkedQueue<>();

    /** An answer that is neither yes, nor a rule's no, nor that a server is away. */
    void surprise(String what) {
        surprises.add(what);
    }

    void surprise(String where, RuntimeException failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        surprise(where + ": " + failure + (stack.length == 0 ? "" : " at " + stack[0]));
    }

    List<String> surprises() {
        return surprises.stream().distinct().toList();
    }
}

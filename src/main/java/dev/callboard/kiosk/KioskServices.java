package dev.callboard.kiosk;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Ticket;

/**
 * What the kiosk asks of the shop.
 *
 * @param read everything that a visitor may know
 * @param join draws a ticket; the same key again answers the same ticket
 * @param held the open ticket that a customer, named second, has already in the queue, named first
 */
public record KioskServices(Supplier<KioskSight> read, Function<JoinRequest, Ticket> join,
        BiFunction<String, String, Optional<Ticket>> held) {}

package dev.callboard.tickets;

import java.time.Instant;
import java.util.UUID;

/**
 * A place where visitors are served.
 *
 * @param holder login of the console that leases it, or null
 * @param since begin of that lease, or null
 * @param ticketId the ticket CALLED or SERVING there, or null
 */
public record Counter(String name, String holder, Instant since, UUID ticketId) {}

package dev.callboard.outbox;

import java.util.UUID;

/**
 * The act on an order that an outbox row is an effect of.
 *
 * @param action as the audit names it, for example {@code order.cancel}
 */
public record Cause(UUID order, String action) {}

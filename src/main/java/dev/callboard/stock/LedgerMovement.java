package dev.callboard.stock;

import java.util.UUID;

/**
 * A change of stock on hand to be written in the ledger.
 *
 * @param requestId the request that caused it; with kind, SKU and order line it can be written once only
 * @param orderLine id of the order line, or null where no order is concerned
 * @param quantity signed change of on hand, never 0
 */
public record LedgerMovement(UUID requestId, MovementKind kind, String sku, Long orderLine, long quantity,
        String reason) {}

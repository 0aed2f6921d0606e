package dev.callboard.check;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What Postgres says that the gate should know, of one moment.
 *
 * @param products by SKU
 * @param holds open ones: units by SKU, by hold
 * @param untoldSkus products of which news is on its way to the gate
 * @param untoldHolds holds of whose end news is on its way to the gate
 */
record GateTruth(long epoch, Map<String, Stock> products, Map<UUID, Map<String, Long>> holds, Set<String> untoldSkus,
        Set<UUID> untoldHolds) {

    record Stock(long onHand, long held, long version) {}
}

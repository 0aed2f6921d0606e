package dev.callboard.orders;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What stands still because orders failed.
 *
 * @param orders how many are FAILED
 * @param total their worth together
 * @param oldest when the longest failed one failed, or null where there is none
 */
public record FailedStake(long orders, BigDecimal total, Instant oldest) {}

package dev.callboard.triage;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * What a query is judged against beside the row itself.
 *
 * @param zone in which {@code today} and times of day are meant
 * @param claimed fingerprints of the groups that somebody has claimed
 * @param mine those that this login has claimed
 * @param waitedFor orders for which somebody waits
 */
public record QueryMoment(Instant now, ZoneId zone, Set<String> claimed, Set<String> mine, Set<UUID> waitedFor) {}

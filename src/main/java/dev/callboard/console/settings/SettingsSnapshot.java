package dev.callboard.console.settings;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.callboard.audit.AuditRow;
import dev.callboard.tickets.FloorSight;

/**
 * What the Settings screen shows.
 *
 * @param saved what the profile says, by key; empty texts stand for nothing
 * @param lastChanges the newest change of each setting that was ever changed on a screen
 * @param shop its queues and counters
 * @param profiles of this machine, by name
 */
record SettingsSnapshot(Instant asOf, Map<String, String> saved, Map<String, AuditRow> lastChanges, FloorSight shop,
        List<String> profiles) {}

package dev.callboard.console.settings;

import java.time.Instant;
import java.util.Map;

import dev.callboard.audit.AuditRow;

/**
 * What the Settings screen shows.
 *
 * @param saved what the profile says, by key; empty texts stand for nothing
 * @param lastChanges the newest change of each setting that was ever changed on a screen
 */
record SettingsSnapshot(Instant asOf, Map<String, String> saved, Map<String, AuditRow> lastChanges) {}

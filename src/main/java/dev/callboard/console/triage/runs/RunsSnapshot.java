package dev.callboard.console.triage.runs;

import java.time.Instant;
import java.util.List;

import dev.callboard.triage.BulkRun;

/** The runs that are open or ended a moment ago, the newest first. */
public record RunsSnapshot(Instant asOf, List<BulkRun> runs) {}

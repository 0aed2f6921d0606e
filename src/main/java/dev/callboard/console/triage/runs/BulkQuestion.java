package dev.callboard.console.triage.runs;

import java.time.Instant;
import java.util.List;

import dev.callboard.triage.BulkAction;
import dev.callboard.triage.FailedJob;

/**
 * What a person is about to do to many jobs.
 *
 * @param jobs as they were seen
 * @param title what they are, in a few words
 * @param seenAt when the list was frozen
 */
public record BulkQuestion(BulkAction action, List<FailedJob> jobs, String title, Instant seenAt) {}

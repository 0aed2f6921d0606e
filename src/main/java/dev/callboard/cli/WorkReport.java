package dev.callboard.cli;

/**
 * What a worker did.
 *
 * @param processed jobs completed
 * @param failed jobs that failed for good
 */
public record WorkReport(long processed, long failed) {}

package dev.callboard.triage;

import java.util.List;

/**
 * A page of jobs, newest first.
 *
 * @param next cursor of the following page, or null at the end
 * @param total how many match in all
 */
public record JobList(List<FailedJob> jobs, String next, long total) {}

package dev.callboard.jobs;

import java.util.List;

/**
 * A part of a list of jobs, newest first.
 *
 * @param next cursor of the page that follows, or null at the end. A page may hold fewer jobs than asked for, even
 *        none, and still have a next one, because one call looks at a bounded number of jobs
 */
public record JobPage(List<JobSummary> jobs, String next) {}

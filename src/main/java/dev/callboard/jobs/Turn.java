package dev.callboard.jobs;

import java.util.List;

/**
 * What came of a worker's turn.
 *
 * @param codes per job put away 0, or why nothing was written, see {@code parts/ending.lua}
 */
record Turn(List<Integer> codes, FetchedJobs fetched) {
    /** The job has children that have not ended. */
    static final int UNFINISHED_CHILDREN = -4;
    /** The job has children that failed and may not. */
    static final int FAILED_CHILDREN = -9;
}

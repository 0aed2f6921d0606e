package dev.callboard.jobs;

import java.util.List;

/**
 * The children of a job, by what became of them.
 *
 * @param unfinished those it still waits for
 * @param processed those that completed
 * @param ignored those that failed without harm to it
 * @param failed those whose failure it must share
 */
public record JobChildren(Kin unfinished, Kin processed, Kin ignored, Kin failed) {

    /**
     * Some children.
     *
     * @param count of all
     * @param keys full keys of at most a hundred
     */
    public record Kin(long count, List<String> keys) {}
}

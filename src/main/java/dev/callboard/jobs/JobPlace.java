package dev.callboard.jobs;

/**
 * Where a job stands in a state that is sorted by time.
 *
 * @param score as Redis writes it; a job that came back has another one
 */
public record JobPlace(String id, String score) {

    /** The page after this job. */
    public String cursor() {
        return score + ":" + id;
    }
}

package dev.callboard.triage;

/** Which job of which queue. */
public record JobKey(String queue, String id) {

    /** The form in which the audit names a job. */
    public String subject() {
        return queue + "/" + id;
    }
}

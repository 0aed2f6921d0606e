package dev.callboard.audit;

/**
 * In what capacity and why something is done; who does it is the database login.
 *
 * @param duty background duty, or null for a person
 * @param reason in the person's words, or null where none is asked
 */
public record Act(String duty, String reason) {

    /** A person, who was not asked for a reason. */
    public static Act person() {
        return new Act(null, null);
    }

    /** A person with a reason. */
    public static Act person(String reason) {
        return new Act(null, reason);
    }

    /** A background duty. */
    public static Act duty(String name, String reason) {
        return new Act(name, reason);
    }
}

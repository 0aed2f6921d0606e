package dev.callboard.jobs;

import java.util.Locale;

import dev.callboard.refusals.Refusal;

/** Where a job stands: the state is the list or sorted set that holds its id. */
public enum JobState {
    /** In {@code wait}, or in the {@code paused} list that BullMQ 5 keeps while a queue is paused. */
    WAITING,
    /** A worker has it. */
    ACTIVE,
    /** Due later. */
    DELAYED,
    /** Waiting with a priority above 0; taken only when {@code wait} is empty. */
    PRIORITIZED,
    /** A parent whose children are not done. */
    WAITING_CHILDREN, COMPLETED, FAILED,
    /** In none of these: between two steps, or lost. */
    UNKNOWN;

    /** The name that BullMQ uses, for example {@code waiting-children}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads a name as a person writes it; {@code wait} and {@code paused} are waiting.
     *
     * @throws Refusal {@code invalid}
     */
    public static JobState parse(String text) {
        String wanted = text.trim().toLowerCase(Locale.ROOT);
        if (wanted.equals("wait") || wanted.equals("paused")) {
            return WAITING;
        }
        for (JobState state : values()) {
            if (state.text().equals(wanted)) {
                return state;
            }
        }
        throw Refusal.invalid("There is no job state " + Refusal.shortened(text) + ".");
    }

    /** As {@link #parse}, for what a script answers: anything unheard of is {@link #UNKNOWN}. */
    static JobState ofKey(String key) {
        return switch (key) {
            case "wait", "paused" -> WAITING;
            case "active" -> ACTIVE;
            case "delayed" -> DELAYED;
            case "prioritized" -> PRIORITIZED;
            case "waiting-children" -> WAITING_CHILDREN;
            case "completed" -> COMPLETED;
            case "failed" -> FAILED;
            default -> UNKNOWN;
        };
    }
}

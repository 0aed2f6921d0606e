package dev.callboard.audit;

import java.util.Map;

/**
 * One action, as it will stand in {@code audit_entry}. Who did it and when are the database's to say.
 *
 * @param duty the background duty that acted ({@code worker}, {@code janitor}, …), or null for a person
 * @param action verb, for example {@code order.cancel}
 * @param subjectKind what was acted on: {@code ticket}, {@code order}, {@code product}, {@code job}, {@code queue}, …
 * @param subjectId its id
 * @param reason why, in the person's words, or null
 * @param before what it was, JSON-able values by name
 * @param after what it became
 */
public record AuditEntry(String duty, String action, String subjectKind, String subjectId, String reason,
        Map<String, ?> before, Map<String, ?> after) {

    /** A change of state, the commonest entry. */
    public static AuditEntry stateChange(Act act, String action, String subjectKind, Object subjectId, Object from,
            Object to) {
        return new AuditEntry(act.duty(), action, subjectKind, subjectId.toString(), act.reason(),
                from == null ? Map.of() : Map.of("state", from.toString()), Map.of("state", to.toString()));
    }
}

package dev.callboard.console.activity;

import java.time.Instant;
import java.util.Map;

import dev.callboard.audit.AuditRow;
import dev.callboard.audit.AuditTrail;

/**
 * What the Activity screen shows.
 *
 * @param orders numbers of the orders that entries are about, by id
 * @param tickets codes of the tickets that entries are about, by id
 */
record ActivitySnapshot(Question question, AuditTrail.Page page, Map<String, Long> orders,
        Map<String, String> tickets) {

    /** What was typed, and how many rows at most. */
    record Question(String text, int limit) {}

    Instant asOf() {
        return page.asOf();
    }

    /** What an entry is about, as people call it. */
    String subject(AuditRow row) {
        Long number = orders.get(row.subjectId());
        return row.subjectKind() + " "
                + (number == null ? tickets.getOrDefault(row.subjectId(), row.subjectId()) : number);
    }
}

package dev.callboard.console.triage;

import dev.callboard.parts.EmptyState;
import dev.callboard.parts.Texts;

/** What stands in place of the list while it is empty. */
final class TriageEmpty {
    private TriageEmpty() {}

    static EmptyState of(TriageSnapshot now, Texts texts) {
        if (!now.question().filter().isAll()) {
            return new EmptyState("fth-search", texts.of("triage.no_match", now.question().filter().asQuery()),
                    texts.of("triage.no_match_detail"));
        }
        EmptyState nothing = new EmptyState("fth-check-circle", texts.of("triage.nothing_failed"),
                texts.of("triage.nothing_failed_detail"));
        nothing.getStyleClass().add("good");
        return nothing;
    }
}

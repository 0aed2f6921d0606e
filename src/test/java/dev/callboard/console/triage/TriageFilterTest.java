package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.callboard.triage.FailureGroup;
import dev.callboard.triage.QueryFault;

class TriageFilterTest {
    private static final FailureGroup MAILS = group("email: SMTP <n> timeout after <n> s",
            "SMTP 450 timeout after 10 s");
    private static final FailureGroup LABELS = group("Label API: no answer in <n> s", "Label API: no answer in 30 s");

    @Test
    void aKindOfErrorIsNamedByItsWords() throws QueryFault {
        assertThat(named("error:smtp failed:today stake:>20")).containsExactly(MAILS);
        assertThat(named("group:\"label api\"")).containsExactly(LABELS);
        assertThat(named("error:smtp or error:label")).containsExactly(MAILS, LABELS);
        assertThat(named("error:smtp error:label")).isEmpty();
    }

    @Test
    void whatSaysNothingOfErrorsNamesNone() throws QueryFault {
        assertThat(named("smtp stake:>20")).isEmpty();
        assertThat(named("-error:smtp")).isEmpty();
        assertThat(named("error:a -error:smtp")).containsExactly(LABELS);
    }

    @Test
    void aClickSaysItWhateverIsTyped() throws QueryFault {
        TriageFilter clicked = TriageFilter.ALL.typed("error:smtp").ofGroups(Set.of(LABELS.fingerprint()));
        assertThat(clicked.names(LABELS)).isTrue();
        assertThat(clicked.names(MAILS)).isFalse();
    }

    @Test
    void aSuggestedFieldTakesThePlaceOfTheWordThatBeginsSo() {
        assertThat(QueryWords.completed("stake:>20 er", "error")).isEqualTo("stake:>20 error:");
        assertThat(QueryWords.completed("refused", "error")).isEqualTo("refused error:");
        assertThat(QueryWords.completed("", "error")).isEqualTo("error:");
        assertThat(QueryWords.all()).hasSize(11);
    }

    private static List<FailureGroup> named(String typed) throws QueryFault {
        TriageFilter filter = TriageFilter.ALL.typed(typed);
        return List.of(MAILS, LABELS).stream().filter(filter::names).toList();
    }

    private static FailureGroup group(String fingerprint, String error) {
        return new FailureGroup(fingerprint, error, "", 1, null, null, List.of(), null);
    }
}

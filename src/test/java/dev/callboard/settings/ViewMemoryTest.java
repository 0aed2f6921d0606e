package dev.callboard.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewMemoryTest {
    @TempDir
    Path data;

    @Test
    void anotherStartKnowsWhatWasKeptForItsProfileAndNoOther() {
        ViewMemory memory = ViewMemory.of(data, Optional.of("quayside"));
        memory.set("triage.left", "301.5");
        memory.keep();

        assertThat(ViewMemory.of(data, Optional.of("quayside")).number("triage.left")).hasValue(301.5);
        assertThat(ViewMemory.of(data, Optional.of("other")).number("triage.left")).isEmpty();
        assertThat(ViewMemory.of(data, Optional.empty()).number("triage.left")).isEmpty();
        assertThat(new Profiles(data).names()).as("it is no profile").isEmpty();
    }

    @Test
    void whatIsBrokenRemembersNothing() throws IOException {
        Files.writeString(data.resolve(".view"), "a\\u00ZZ");
        ViewMemory broken = ViewMemory.of(data, Optional.empty());
        assertThat(broken.text("a")).isEmpty();
        broken.set("triage.left", "wide");
        assertThat(broken.number("triage.left")).isEmpty();
    }
}

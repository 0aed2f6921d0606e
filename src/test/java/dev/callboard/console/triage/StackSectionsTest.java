package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class StackSectionsTest {
    @Test
    void foldsLibrariesAndLeavesOurOwnLinesOpen() {
        String trace = "dev.callboard.SmtpSendFailed: timeout\n"
                + "\tat java.net.Socket.connect(Socket.java:1)\n".repeat(9)
                + "\tat dev.callboard.workers.EmailStep.send(EmailStep.java:48)\n"
                + "\tat workers.Fulfilment.handle:52\n"
                + "\tat java.util.concurrent.FutureTask.run(FutureTask.java:317)\n"
                        .repeat(5)
                + "Caused by: java.net.SocketTimeoutException: Connect timed out";

        List<StackSections.Section> sections = StackSections.of(trace);

        assertThat(sections).extracting(StackSections.Section::own).containsExactly(false, false, true, false, false);
        assertThat(sections).extracting(StackSections.Section::folded).containsExactly(false, true, false, false, true);
        assertThat(sections).extracting(section -> section.lines().size()).containsExactly(3, 6, 2, 1, 4);
        assertThat(StackSections.brief("at dev.callboard.workers.EmailStep.send(EmailStep.java:48)"))
                .isEqualTo("at workers.EmailStep.send:48");
        assertThat(StackSections.isOwn("at Queue.add (/app/node_modules/bullmq/dist/queue.js:1:2)")).isFalse();
        assertThat(StackSections.isOwn("at send (/app/src/mail.ts:1:2)")).isTrue();
        assertThat(StackSections.of("no frames here")).isEmpty();
    }

    @Test
    void findsTheAttemptThatIsUnlikeTheOthers() {
        assertThat(ErrorTab.odd(List.of("a.B: timeout after 10 s\n at x", "a.B: timeout after 12 s", "a.B: 421 again",
                "a.B: timeout after 9 s"))).containsExactly(2);
        assertThat(ErrorTab.odd(List.of("same", "same"))).isEmpty();
    }
}

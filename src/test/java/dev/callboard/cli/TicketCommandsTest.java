package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.TestServers;
import dev.callboard.postgres.PostgresAddress;

/** Tickets on the command line, without any Redis: they need Postgres alone. */
class TicketCommandsTest {
    private final PostgresAddress postgres = TestServers.newDatabase();
    private final Shell shell = Shell.at(postgres, null);

    @BeforeEach
    void aQueue() {
        shell.answer("queue", "add", "A", "--name", "Advice");
    }

    @Test
    void aQueueIsAnsweredWithItsFigures() {
        shell.answer("ticket", "join", "A");
        JsonNode queue = shell.answer("queue", "ls").get(0);
        assertThat(queue.get("code").asText()).isEqualTo("A");
        assertThat(queue.get("name").asText()).isEqualTo("Advice");
        assertThat(queue.get("state").asText()).isEqualTo("OPEN");
        assertThat(queue.get("waiting").isInt()).isTrue();
        assertThat(List.of(queue.get("waiting").asInt(), queue.get("called").asInt(), queue.get("serving").asInt()))
                .containsExactly(1, 0, 0);
    }

    @Test
    void aTicketIsAnsweredWithEveryFieldOfTheContract() {
        JsonNode ticket = shell.answer("ticket", "join", "A", "--customer", "bob", "--priority", "1");
        assertThat(ticket.fieldNames()).toIterable().contains("id", "code", "number", "queue", "state", "customer",
                "counter", "joined_at", "called_at", "position");
        assertThat(ticket.get("id").isTextual()).isTrue();
        assertThat(ticket.get("code").asText()).isEqualTo("A-001");
        assertThat(ticket.get("number").asInt()).isEqualTo(1);
        assertThat(ticket.get("state").asText()).isEqualTo("WAITING");
        assertThat(ticket.get("counter").isNull()).isTrue();
        assertThat(ticket.get("position").asInt()).isEqualTo(1);
        assertThat(ticket.get("joined_at").asText()).endsWith("Z");
        assertThat(Instant.parse(ticket.get("joined_at").asText())).isBefore(Instant.now().plusSeconds(60));
    }

    @Test
    void aVisitGoesFromJoinToCompletion() {
        String id = shell.answer("ticket", "join", "A").get("id").asText();
        assertThat(shell.answer("ticket", "next", "A", "--counter", "1").get("id").asText()).isEqualTo(id);
        assertThat(shell.answer("ticket", "recall", id).get("state").asText()).isEqualTo("CALLED");
        assertThat(shell.answer("ticket", "serve", id).get("state").asText()).isEqualTo("SERVING");
        assertThat(shell.answer("ticket", "complete", id).get("state").asText()).isEqualTo("COMPLETED");
        shell.run("ticket", "complete", id).isRefused(1, "wrong_state");
        assertThat(shell.run("ticket", "serve", id).err()).contains("COMPLETED");
        assertThat(shell.answer("ticket", "undo", id).get("state").asText()).isEqualTo("SERVING");
    }

    @Test
    void theOtherWaysOfATicket() {
        shell.answer("queue", "add", "B", "--name", "Bikes");
        String id = shell.answer("ticket", "join", "A").get("id").asText();
        assertThat(shell.answer("ticket", "hold", id, "--for", "5m").get("state").asText()).isEqualTo("HELD");
        assertThat(shell.answer("ticket", "resume", id).get("state").asText()).isEqualTo("WAITING");
        assertThat(shell.answer("ticket", "transfer", id, "--to", "B").get("queue").asText()).isEqualTo("B");
        assertThat(shell.answer("ticket", "call", id, "--counter", "2", "--reason", "in a hurry").get("counter")
                .asText()).isEqualTo("2");
        assertThat(shell.answer("ticket", "no-show", id).get("state").asText()).isEqualTo("NO_SHOW");
        assertThat(shell.answer("ticket", "resume", id).get("state").asText()).isEqualTo("WAITING");
        assertThat(shell.answer("ticket", "cancel", id).get("state").asText()).isEqualTo("CANCELLED");
        assertThat(shell.answer("ticket", "ls", "B", "--state", "CANCELLED,WAITING").get(0).get("id").asText())
                .isEqualTo(id);
    }

    @Test
    void aTicketIsNamedByTheCodeOnItsPaperToo() {
        String id = shell.answer("ticket", "join", "A").get("id").asText();
        shell.answer("ticket", "next", "A", "--counter", "1");
        assertThat(shell.answer("ticket", "serve", "A-001").get("id").asText()).isEqualTo(id);
        assertThat(shell.answer("ticket", "complete", "A-001").get("state").asText()).isEqualTo("COMPLETED");
        shell.run("ticket", "serve", "A-001").isRefused(1, "wrong_state");
        for (String unknown : List.of("A-002", "A-1", "a-001", "A", "", "A-001' or '1'='1", "\u0000", "Ä-001")) {
            shell.run("ticket", "serve", unknown).isRefused(1, "not_found");
        }
    }

    @Test
    void aCodeIsOfTodayOrOfATicketThatIsStillOpen() {
        String yesterdays = shell.answer("ticket", "join", "A", "--set", "shop.zone=Etc/GMT+12").get("id").asText();
        String later = "shop.zone=Pacific/Kiritimati";
        assertThat(shell.answer("ticket", "hold", "A-001", "--set", later).get("id").asText()).isEqualTo(yesterdays);
        String todays = shell.answer("ticket", "join", "A", "--set", later).get("id").asText();
        Shell.Outcome either = shell.run("ticket", "cancel", "A-001", "--set", later);
        either.isRefused(1, "ambiguous");
        assertThat(either.err()).contains(yesterdays, todays);
        shell.answer("ticket", "cancel", yesterdays);
        assertThat(shell.answer("ticket", "cancel", "A-001", "--set", later).get("id").asText()).isEqualTo(todays);
    }

    @Test
    void aQueueThatIsPausedWithoutAReasonSaysWhatVisitorsRead() {
        assertThat(set("PAUSED").err()).contains("paused and not why", "--reason").hasLineCount(1);
        assertThat(set("LOCKED").err()).contains("no more numbers and not why").hasLineCount(1);
        assertThat(set("PAUSED", "--reason", "lunch").err()).isEmpty();
        assertThat(set("OPEN").err()).isEmpty();
        assertThat(shell.run("queue", "set", "A", "PAUSED").err()).isEmpty();
    }

    private Shell.Outcome set(String... how) {
        List<String> words = new ArrayList<>(List.of("queue", "set", "A", "--pg", postgres.toUri().toString()));
        words.addAll(List.of(how));
        Shell.Outcome outcome = Shell.raw(words);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    @Test
    @Tag("T02")
    void thirteenVisitorsGetOneToThirteen() {
        List<Integer> numbers = IntStream.range(0, 13)
                .map(visitor -> shell.answer("ticket", "join", "A").get("number").asInt()).boxed().toList();
        assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 13).boxed().toList());
    }

    @Test
    @Tag("T09")
    void theSameKeyGivesTheSameTicket() {
        JsonNode first = shell.answer("ticket", "join", "A", "--customer", "bob", "--key", "k");
        assertThat(shell.answer("ticket", "join", "A", "--customer", "bob", "--key", "k")).isEqualTo(first);
        shell.run("ticket", "join", "A", "--customer", "bob").isRefused(1, "already_waiting");
    }

    @Test
    @Tag("T10")
    void queuesRefuseByTheirState() {
        shell.run("ticket", "next", "A", "--counter", "1").isRefused(1, "nobody_waiting");
        shell.answer("queue", "set", "A", "locked");
        shell.run("ticket", "join", "A").isRefused(1, "queue_locked");
        shell.answer("queue", "set", "A", "CLOSED");
        shell.run("ticket", "join", "A").isRefused(1, "queue_closed");
        shell.answer("queue", "set", "A", "PAUSED");
        shell.run("ticket", "next", "A", "--counter", "1").isRefused(1, "queue_paused");
        assertThat(shell.answer("ticket", "ls", "A")).isEmpty();
    }

    @Test
    @Tag("T12")
    void aBusyCounterCallsNobodyElse() {
        shell.answer("ticket", "join", "A");
        shell.answer("ticket", "join", "A");
        shell.answer("ticket", "next", "A", "--counter", "1");
        shell.run("ticket", "next", "A", "--counter", "1").isRefused(1, "counter_busy");
    }

    @Test
    @Tag("L08")
    void aLoginWithoutTheRightIsToldSo() {
        Shell kiosk = Shell.at(TestServers.addressFor(postgres, "callboard_kiosk"), null);
        kiosk.answer("ticket", "join", "A");
        kiosk.run("queue", "set", "A", "CLOSED").isRefused(4, "not_permitted");
        assertThat(shell.answer("queue", "ls").get(0).get("state").asText()).isEqualTo("OPEN");
    }

    @Test
    void peopleGetATable() {
        Shell.Outcome outcome = Shell.raw(List.of("queue", "ls", "--pg", postgres.toUri().toString()));
        assertThat(outcome.out().lines()).hasSize(2);
        assertThat(outcome.out()).startsWith("code  name    state").contains("A     Advice  OPEN");
    }
}

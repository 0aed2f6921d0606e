package dev.callboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.redisson.api.RScript;
import org.redisson.client.codec.StringCodec;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.JobQueue;
import dev.callboard.jobs.NewJob;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisConnection;

/** A job has one name on screens and in commands: the number of an order's job, the id of any other. */
@Tag("A01")
class NamedJobsTest {
    private static final String QUEUE = "fulfill-order";

    private final TestRedis server = TestServers.newRedis();
    private final RedisConnection redis = new RedisConnection(server::address);
    private final PostgresAddress postgres = TestServers.newDatabase();
    private final Shell shell = Shell.at(postgres, server.address());
    private String id;
    private String number;

    @BeforeEach
    void aFailedJob() {
        shell.answer("product", "receive", "TEA", "10", "--name", "Tea", "--price", "1.25");
        String order = shell.answer("order", "reserve", "--customer", "eve", "--line", "TEA:1").get("id").asText();
        shell.answer("order", "pay", order);
        shell.answer("worker", "--drain", "--set", "smtp.url=smtp://127.0.0.1:1", "--set", "fulfilment.attempts=3",
                "--set", "fulfilment.backoff=5ms");
        JsonNode job = shell.answer("jobs", "ls", QUEUE).at("/jobs/0");
        id = job.get("id").asText();
        number = job.get("number").asText();
        assertThat(shell.answer("order", "show", order).get("job_number").asText()).isEqualTo(number).matches("48\\d+");
    }

    @AfterEach
    void close() {
        redis.close();
        server.close();
    }

    @Test
    void theNumberOfAnOrdersJobIsEnough() {
        JsonNode shown = shell.answer("jobs", "show", QUEUE, number);
        assertThat(shown.get("id").asText()).isEqualTo(id);
        assertThat(shown.get("number").asText()).isEqualTo(number);
        JsonNode retried = shell.answer("jobs", "retry", QUEUE, number, id).get("results");
        assertThat(retried).singleElement().satisfies(result -> {
            assertThat(result.get("id").asText()).isEqualTo(id);
            assertThat(result.get("number").asText()).isEqualTo(number);
            assertThat(result.get("result").asText()).isEqualTo("retried");
        });
        assertThat(shell.run("jobs", "cancel", QUEUE, number, "--reason", "r").err()).contains("job " + number + ": ");
    }

    @Test
    void aJobWithThatVeryIdGoesBeforeANumber() {
        redis.client().getScript(StringCodec.INSTANCE).eval(RScript.Mode.READ_WRITE,
                "return redis.call('SET', 'bull:fulfill-order:id', ARGV[1])", RScript.ReturnType.VALUE, List.of(),
                String.valueOf(Long.parseLong(number) - 1));
        new JobQueue(redis, "bull", QUEUE).add(NewJob.of("report", null, "{}", JobOptions.DEFAULT));
        assertThat(shell.answer("jobs", "show", QUEUE, number).get("name").asText()).isEqualTo("report");
        assertThat(shell.answer("jobs", "show", QUEUE, id).get("number").asText()).isEqualTo(number);
        shell.answer("jobs", "discard", QUEUE, number, "--reason", "r");
        for (String act : List.of("retry", "cancel", "discard")) {
            Shell.Outcome again = act.equals("retry") ? shell.run("jobs", act, QUEUE, number)
                    : shell.run("jobs", act, QUEUE, number, "--reason", "r");
            assertThat(again.exitCode()).as(act).isEqualTo(1);
            assertThat(again.json().at("/results/0/result").asText()).as(act).isEqualTo("gone");
        }
        assertThat(shell.answer("jobs", "show", QUEUE, id).get("state").asText()).isEqualTo("failed");
    }

    @Test
    void withoutRedisNobodyKnowsWhoseNumberItIs() {
        Shell.at(postgres, null).run("jobs", "cancel", QUEUE, number, "--reason", "r").isRefused(3, "unavailable");
        assertThat(shell.answer("order", "show", shell.answer("jobs", "show", QUEUE, id).get("order").asText())
                .get("state").asText()).isEqualTo("FAILED");
    }

    @Test
    void whoNamesTheWrongQueueIsToldTheRightOne() {
        new JobQueue(redis, "bull", "mails").add(NewJob.of("send", null, "{}", JobOptions.DEFAULT));
        assertThat(told("jobs", "show", "mails", number)).contains("is in " + QUEUE);
        assertThat(told("jobs", "retry", "mails", number)).contains("is in " + QUEUE);
        assertThat(told("jobs", "show", QUEUE, "1")).contains("is in mails");
        assertThat(told("jobs", "show", QUEUE, "8")).doesNotContain("is in");
    }

    @Test
    void aProgramIsToldNoMoreThanThatItIsGone() {
        Shell.Outcome shown = shell.run("jobs", "show", "fulfill-orders", number);
        shown.isRefused(1, "not_found");
        new JobQueue(redis, "bull", "mails").add(NewJob.of("send", null, "{}", JobOptions.DEFAULT));
        Shell.Outcome retried = shell.run("jobs", "retry", "mails", number);
        assertThat(retried.exitCode()).isEqualTo(1);
        assertThat(retried.json().at("/results/0/result").asText()).isEqualTo("gone");
        assertThat(retried.out() + retried.err()).doesNotContain("is in");
    }

    @Test
    void aJobsIdGivesTheTerminalNoOrders() {
        new JobQueue(redis, "bull", "mails").add(NewJob.of("send", "a\u001b[2Jb", "{}", JobOptions.DEFAULT));
        assertThat(told("jobs", "retry", "mails", "a\u001b[2Jb")).contains("a\uFFFD[2Jb").doesNotContain("\u001b");
    }

    @Test
    void peopleReadTheLastStackTraceWholeAndOfTheOthersTheFirstLine() {
        String shown = text("jobs", "show", QUEUE, number);
        assertThat(shown.lines().filter(line -> line.contains("Mailer.send"))).as(shown).hasSize(2);
        assertThat(shown.lines().map(String::strip)).anyMatch(line -> line.matches("attempt 2 .*refused.*"))
                .anyMatch(line -> line.matches("attempt 1 .*refused.*")).anyMatch(line -> line.contains("--traces"));
        assertThat(text("jobs", "show", QUEUE, number, "--traces").lines()
                .filter(line -> line.contains("Mailer.send"))).hasSize(6);
        assertThat(shell.answer("jobs", "show", QUEUE, number).get("stacktrace")).hasSize(3)
                .allSatisfy(trace -> assertThat(trace.asText()).contains("Mailer.send"));
    }

    private String text(String... words) {
        Shell.Outcome outcome = plain(words);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome.out();
    }

    private String told(String... words) {
        Shell.Outcome outcome = plain(words);
        assertThat(outcome.exitCode()).as(outcome.err()).isEqualTo(1);
        return outcome.err();
    }

    private Shell.Outcome plain(String... words) {
        List<String> line = new java.util.ArrayList<>(List.of(words));
        line.addAll(List.of("--pg", postgres.toUri().toString(), "--redis", server.address().nodes().getFirst()));
        return Shell.raw(line);
    }
}

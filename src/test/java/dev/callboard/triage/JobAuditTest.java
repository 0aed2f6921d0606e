package dev.callboard.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;
import dev.callboard.jobs.JobOptions;
import dev.callboard.jobs.NewJob;
import dev.callboard.triage.ActionResult.Result;

/** What the audit says of jobs that no order decides: what was asked, before it is; and that it came to nothing, if so. */
class JobAuditTest {
    private final TestShop shop = new TestShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A09")
    void aDiscardThatRedisRefusesIsSaidToHaveComeToNothing() {
        shop.queue.add(NewJob.of("report", "report-1", "{}", JobOptions.DEFAULT));
        shop.redis.client().<String>getBucket("bull:" + TestShop.QUEUE + ":report-1:lock", StringCodec.INSTANCE)
                .set("a worker's");
        JobKey key = new JobKey(TestShop.QUEUE, "report-1");

        assertThat(shop.actions.discard(key, "nobody wants it").result()).isEqualTo(Result.REFUSED);
        assertThat(told()).containsExactly("nobody wants it {}", " {\"result\": \"locked\"}");

        shop.redis.client().getKeys().delete("bull:" + TestShop.QUEUE + ":report-1:lock");
        assertThat(shop.actions.discard(key, "now").result()).isEqualTo(Result.DISCARDED);
        assertThat(told()).hasSize(3).last().isEqualTo("now {}");
    }

    private List<String> told() {
        return shop.database.transaction(tx -> tx.handle()
                .createQuery(
                        """
                                select coalesce(reason, '') || ' ' || after::text from audit_entry where action = 'job.discard' order by id
                                """)
                .mapTo(String.class).list());
    }
}

package dev.callboard.console.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.client.codec.StringCodec;

import dev.callboard.TestShop;
import dev.callboard.orders.Order;
import dev.callboard.parts.Phrase;
import dev.callboard.parts.Texts;
import dev.callboard.stock.StockLine;

/** An order whose goods were shipped before its e-mail failed, in a shop where a job has two attempts. */
class RetryWordsTest {
    private static final String TWO = "A retry runs " + Phrase.NAME
            + " only, with 2 new attempts. Inventory is done and stays done.";
    private final TestShop shop = new TestShop();
    private UUID failed;

    @BeforeEach
    void fail() throws Exception {
        shop.receive("BULB", 3);
        failed = shop.failedAfterShipping("ada", new StockLine("BULB", 1));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @Tag("A02")
    void aRetryHasAllAttemptsHoweverFewWereMade() {
        put("atm", "1");
        assertThat(sentence(Locale.UK)).isEqualTo(TWO);

        put("opts", "{\"attempts\":7}");
        assertThat(sentence(Locale.UK)).contains("with 7 new attempts.");
    }

    @Test
    @Tag("A02")
    void aLostJobIsWrittenAnewWithTheAttemptsOfTheShop() {
        shop.queue.remove(Order.jobId(failed));

        assertThat(sentence(Locale.UK)).isEqualTo(TWO);
    }

    @Test
    void oneIsNoMoreThanOneInEveryLanguage() {
        put("opts", "{}");

        assertThat(sentence(Locale.UK)).contains("with 1 new attempt.");
        assertThat(sentence(Locale.GERMAN)).contains("mit einem neuen Anlauf.").contains("bleibt erledigt");
        assertThat(sentence(Locale.of("es"))).contains("con 1 intento nuevo.").contains("hecho queda.");
        assertThat(sentence(Locale.of("pl"))).contains("z 1 nową próbą.").contains("tak zostaje.");
    }

    private String sentence(Locale locale) {
        return RetryWords.sentence(shop.cases.show(TestShop.QUEUE, Order.jobId(failed)), new Texts(locale));
    }

    private void put(String field, String value) {
        shop.redis.client().getMap("bull:" + TestShop.QUEUE + ":" + Order.jobId(failed), StringCodec.INSTANCE)
                .put(field, value);
    }
}

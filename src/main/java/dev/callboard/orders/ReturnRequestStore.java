package dev.callboard.orders;

import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.callboard.orders.CustomerReturns.ReturnAnswer;
import dev.callboard.postgres.Transaction;
import dev.callboard.refusals.Refusal;
import dev.callboard.stock.StockLine;

/** Remembers what was answered under a key. */
final class ReturnRequestStore {
    static final int LONGEST_KEY = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Asked(String customer, List<StockLine> goods) {}

    /** @return null where the key is new and now ours, else the answer given under it */
    ReturnAnswer claim(Transaction tx, String key, String customer, List<StockLine> goods) {
        String asked = write(new Asked(customer, goods));
        int inserted = tx.handle().createUpdate("""
                insert into return_request (key, asked) values (:key, cast(:asked as jsonb)) on conflict do nothing
                """).bind("key", key).bind("asked", asked).execute();
        if (inserted == 1) {
            return null;
        }
        String answer = tx.handle().createQuery("""
                select answer::text from return_request where key = :key and asked = cast(:asked as jsonb)
                """).bind("key", key).bind("asked", asked).mapTo(String.class).findOne()
                .orElseThrow(() -> new Refusal("key_reused", "This key was used for another return."));
        try {
            return JSON.readValue(answer, ReturnAnswer.class);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the answer kept under a return's key cannot be read", broken);
        }
    }

    void answered(Transaction tx, String key, ReturnAnswer answer) {
        tx.handle().createUpdate("update return_request set answer = cast(:answer as jsonb) where key = :key")
                .bind("key", key).bind("answer", write(answer)).execute();
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("a return cannot be written as JSON", impossible);
        }
    }
}

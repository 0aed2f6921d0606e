package dev.callboard.wrong.orders;

import dev.callboard.postgres.Transaction;

/** Wrong: a class that is no store looks inside the transaction. */
final class SpeaksSql {
    void forget(Transaction tx) {
        tx.handle().execute("delete from orders");
    }
}

package dev.callboard.workers;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import dev.callboard.outbox.LeasedRows;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.outbox.OutboxRow;
import dev.callboard.payments.CardRefunds;
import dev.callboard.payments.ProviderRefused;
import dev.callboard.postgres.Database;
import dev.callboard.refusals.Unavailable;

/** Gives back, at their provider, the card payments that wait in the outbox. */
public final class RefundDuty implements Duty {
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(30);
    private static final int BATCH = 3;

    private final Database database;
    private final LeasedRows rows;
    private final CardRefunds refunds;

    public RefundDuty(Database database, LeasedRows rows, CardRefunds refunds) {
        this.database = database;
        this.rows = rows;
        this.refunds = refunds;
    }

    @Override
    public String name() {
        return "refunds";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean runOnce() {
        List<OutboxRow> batch = rows.lease(OutboxKind.REFUND, LEASE, BATCH);
        batch.forEach(this::give);
        return batch.size() == BATCH;
    }

    private void give(OutboxRow row) {
        UUID payment = UUID.fromString(row.key());
        try {
            refunds.give(payment);
            rows.done(row);
        } catch (Unavailable away) {
            rows.later(row, WHILE_AWAY, away.getMessage());
        } catch (ProviderRefused no) {
            database.transaction(tx -> {
                refunds.failed(tx, payment, no.getMessage());
                rows.giveUp(tx, row, no.getMessage());
                return null;
            });
        } catch (RuntimeException failure) {
            rows.failed(row, failure);
        }
    }
}

package dev.callboard.orders;

import java.util.Collections;
import java.util.List;

import dev.callboard.live.Signals;
import dev.callboard.live.Topic;
import dev.callboard.outbox.OutboxEffect;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.outbox.OutboxRow;
import dev.callboard.postgres.Transaction;

/** Delivers rows for tickets: whoever looks after the ticket that waits for an order sees what became of the order. */
public final class TicketNotice implements OutboxEffect {
    private final Signals signals;

    public TicketNotice(Signals signals) {
        this.signals = signals;
    }

    @Override
    public OutboxKind kind() {
        return OutboxKind.NOTICE;
    }

    @Override
    public List<Outcome> apply(Transaction tx, List<OutboxRow> rows) {
        rows.stream().map(row -> row.payload().path("queue").asText()).distinct()
                .forEach(queue -> signals.changed(Topic.queue(queue)));
        return Collections.nCopies(rows.size(), new Done());
    }
}

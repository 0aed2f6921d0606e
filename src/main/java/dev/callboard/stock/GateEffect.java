package dev.callboard.stock;

import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.callboard.outbox.OutboxEffect;
import dev.callboard.outbox.OutboxKind;
import dev.callboard.outbox.OutboxRow;
import dev.callboard.postgres.Transaction;

/**
 * Delivers rows for the gate: reads the present figures of all their products and holds in one statement and sends them
 * in one script call (protocol, rule 8).
 */
public final class GateEffect implements OutboxEffect {
    private static final Duration WHILE_CLOSED = Duration.ofSeconds(1);

    private final Gate gate;
    private final GateStore store = new GateStore();

    public GateEffect(Gate gate) {
        this.gate = gate;
    }

    @Override
    public OutboxKind kind() {
        return OutboxKind.GATE;
    }

    @Override
    public List<Outcome> apply(Transaction tx, List<OutboxRow> rows) {
        Set<String> skus = new HashSet<>();
        Set<UUID> holds = new HashSet<>();
        for (OutboxRow row : rows) {
            row.payload().path("skus").forEach(sku -> skus.add(sku.asText()));
            if (row.payload().has("hold")) {
                holds.add(UUID.fromString(row.payload().get("hold").asText()));
            }
        }
        GateStore.Figures figures = store.figures(tx, skus, holds);
        boolean told = gate.sync(figures.products(), figures.endedHolds());
        return Collections.nCopies(rows.size(),
                told ? new Done() : new Later(WHILE_CLOSED, "the stock gate is closed"));
    }
}

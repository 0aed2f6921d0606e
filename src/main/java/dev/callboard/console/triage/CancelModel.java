package dev.callboard.console.triage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.callboard.audit.Act;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Commands;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelResult;
import dev.callboard.triage.FailedJob;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One cancel of one or more failed orders: what it will do, whether it may be done, what it did. */
final class CancelModel {
    private static final int SHORTEST_REASON = 3;

    private final Surroundings around;
    private final TriageModel triage;
    private final List<FailedJob> jobs;
    private final Commands commands;
    private final ReadOnlyObjectWrapper<List<CancelPreview>> previews = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<CancelOutcome> outcome = new ReadOnlyObjectWrapper<>();

    CancelModel(Surroundings around, TriageModel triage, List<FailedJob> jobs) {
        this.around = around;
        this.triage = triage;
        this.jobs = jobs;
        this.commands = around.commands();
    }

    /** Asks the server for the effects; also again when the orders may have changed. */
    void read() {
        commands.run("cancel.preview", () -> jobs.stream()
                .map(job -> triage.shop().cancellations().preview(job.order().uuid())).toList(), this::show);
    }

    private void show(List<CancelPreview> read) {
        boolean moved = jobs.size() == 1
                && !Objects.equals(read.getFirst().order().round(), jobs.getFirst().order().round());
        previews.set(read);
        if (moved) {
            outcome.set(CancelOutcome.moved(read.getFirst().order()));
        }
    }

    /** Why the orders cannot be cancelled yet; null where they can. */
    String reasonAgainst(String reason, String typedName) {
        if (previews.get() == null || commands.inFlightProperty().get() != null) {
            return around.texts().of("cancel.why.reading");
        }
        if (triage.sight().staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        if (reason.strip().length() < SHORTEST_REASON) {
            return around.texts().of("cancel.why.reason", SHORTEST_REASON);
        }
        boolean named = !around.connection().production() || typedName.strip().equals(around.connection().name());
        return named ? null : around.texts().of("cancel.why.name", around.connection().name());
    }

    /** Cancels each order that is still as it was seen. */
    void confirm(String reason) {
        commands.run("cancel.confirm", () -> jobs.stream().map(job -> cancel(job, reason)).toList(), this::finished);
    }

    private CancelOutcome.One cancel(FailedJob job, String reason) {
        Optional<CancelResult> done = triage.shop().cancellations().cancelFailed(job.seen(),
                Act.person(reason.strip()));
        return done.map(result -> new CancelOutcome.One(job, result, null))
                .orElseGet(() -> new CancelOutcome.One(job, null, triage.shop().orders().find(job.order().uuid())
                        .orElse(job.order())));
    }

    private void finished(List<CancelOutcome.One> results) {
        outcome.set(new CancelOutcome(results));
        triage.clearTicks();
        triage.sight().readNow();
    }

    /** What goes back, product by product, over all orders. */
    List<CancelPreview.StockEffect> stock() {
        Map<String, CancelPreview.StockEffect> bySku = new LinkedHashMap<>();
        previews.get().stream().flatMap(preview -> preview.stock().stream())
                .forEach(effect -> bySku.merge(effect.sku(), effect, CancelModel::together));
        return new ArrayList<>(bySku.values());
    }

    private static CancelPreview.StockEffect together(CancelPreview.StockEffect one, CancelPreview.StockEffect other) {
        return new CancelPreview.StockEffect(one.sku(), one.product(), one.units() + other.units(), one.onHandNow(),
                one.onHandAfter() + other.onHandAfter() - other.onHandNow(), one.availableNow(),
                one.availableAfter() + other.availableAfter() - other.availableNow());
    }

    long units() {
        return previews.get().stream().mapToLong(CancelPreview::units).sum();
    }

    /** What is given back to the customers. */
    BigDecimal refund() {
        return previews.get().stream().filter(preview -> preview.payment() != null)
                .map(preview -> preview.payment().amount().subtract(preview.refunded()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    List<FailedJob> jobs() {
        return jobs;
    }

    TriageModel triage() {
        return triage;
    }

    ReadOnlyObjectProperty<List<CancelPreview>> previewsProperty() {
        return previews.getReadOnlyProperty();
    }

    /** What happened; null before. */
    ReadOnlyObjectProperty<CancelOutcome> outcomeProperty() {
        return outcome.getReadOnlyProperty();
    }

    Commands commands() {
        return commands;
    }
}

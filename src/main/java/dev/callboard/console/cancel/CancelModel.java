package dev.callboard.console.cancel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.callboard.audit.Act;
import dev.callboard.console.Surroundings;
import dev.callboard.orders.Order;
import dev.callboard.parts.Commands;
import dev.callboard.triage.CancelPreview;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.util.Subscription;

/** One cancel of one or more orders: what it will do, whether it may be done, what it did. */
final class CancelModel {
    private static final int SHORTEST_REASON = 3;
    private static final String CONFIRM = "cancel.confirm";

    private final Surroundings around;
    private final CancelPlace place;
    private final List<CancelTarget> targets;
    private final Commands commands;
    private final ReadOnlyObjectWrapper<List<CancelPreview>> previews = new ReadOnlyObjectWrapper<>();
    private Subscription news = Subscription.EMPTY;
    private final ReadOnlyObjectWrapper<CancelOutcome> outcome = new ReadOnlyObjectWrapper<>();

    CancelModel(Surroundings around, CancelPlace place, List<CancelTarget> targets) {
        this.around = around;
        this.place = place;
        this.targets = targets;
        this.commands = around.commands();
    }

    /** Asks the server for the effects, and again whenever something happens, until the dialog is closed. */
    void open() {
        commands.run("cancel.preview", this::effects, this::show);
        news = place.news().subscribe((before, now) -> around.background().execute(this::look));
    }

    void close() {
        news.unsubscribe();
    }

    private record Effects(List<CancelPreview> previews, CancelOutcome.Moved moved) {}

    private Effects effects() {
        List<CancelPreview> read = targets.stream().map(target -> place.preview(target.order().uuid())).toList();
        boolean moved = targets.size() == 1 && hasMoved(targets.getFirst().order(), read.getFirst().order());
        return new Effects(read, moved ? how(targets.getFirst()) : null);
    }

    private static boolean hasMoved(Order seen, Order now) {
        return seen.round() != now.round() || seen.state() != now.state();
    }

    private CancelOutcome.Moved how(CancelTarget target) {
        return CancelOutcome.Moved.of(place.present(target.order().uuid()));
    }

    /** What was read while the cancel itself is under way may be its own doing: its answer tells of that. */
    private void show(Effects read) {
        if (outcome.get() == null && !CONFIRM.equals(commands.inFlightProperty().get())) {
            previews.set(read.previews());
            if (read.moved() != null) {
                outcome.set(CancelOutcome.moved(read.moved()));
            }
        }
    }

    /** Looks again, in the background: at the effects before, at what is still pending after. */
    private void look() {
        CancelOutcome known = outcome.get();
        try {
            if (known == null && commands.inFlightProperty().get() == null) {
                Effects now = effects();
                around.fx().execute(() -> show(now));
            } else if (known != null && known.pending()) {
                CancelOutcome now = known.readAgain(place);
                around.fx().execute(() -> outcome.set(now));
            }
        } catch (RuntimeException failure) {
            around.faults().report("The effects of a cancel could not be read", failure);
        }
    }

    /** Why the orders cannot be cancelled yet; null where they can. */
    String reasonAgainst(String reason, String typedName) {
        if (previews.get() == null || commands.inFlightProperty().get() != null) {
            return around.texts().of("cancel.why.reading");
        }
        if (staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        if (reason.strip().length() < SHORTEST_REASON) {
            return around.texts().of("cancel.why.reason", SHORTEST_REASON);
        }
        boolean named = !around.connection().production() || typedName.strip().equals(around.connection().name());
        return named ? null : around.texts().of("cancel.why.name", around.connection().name());
    }

    /** Cancels each order that is still as it was seen; nothing where it is told already what became of them. */
    void confirm(String reason) {
        if (outcome.get() != null) {
            return;
        }
        Act act = Act.person(reason.strip());
        List<CancelPreview> shown = previews.get();
        commands.run(CONFIRM,
                () -> looked(CancelOutcome.of(targets.stream().map(target -> cancel(target, act)).toList(), shown)),
                this::finished);
    }

    /** What is done is done, whether or not anybody can look at how far it has come. */
    private CancelOutcome looked(CancelOutcome told) {
        try {
            return told.readAgain(place);
        } catch (RuntimeException failure) {
            around.faults().report("The effects of a cancel could not be read", failure);
            return told;
        }
    }

    private CancelOutcome.One cancel(CancelTarget target, Act act) {
        return place.cancel(target.order(), act).map(result -> new CancelOutcome.One(target, result, null))
                .orElseGet(() -> new CancelOutcome.One(target, null, how(target)));
    }

    private void finished(CancelOutcome reached) {
        outcome.set(reached);
        place.settled();
    }

    /** What goes back, product by product, over all orders. */
    static List<CancelPreview.StockEffect> stock(List<CancelPreview> previews) {
        Map<String, CancelPreview.StockEffect> bySku = new LinkedHashMap<>();
        previews.stream().flatMap(preview -> preview.stock().stream())
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
        return previews.get().stream().map(CancelPreview::refund).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** How often the jobs were tried, together. */
    int attempts() {
        return targets.stream().mapToInt(CancelTarget::attempts).sum();
    }

    List<CancelTarget> targets() {
        return targets;
    }

    /** True while what the screen shows is too old to act on. */
    ObservableBooleanValue staleProperty() {
        return place.staleProperty();
    }

    boolean hasNext() {
        return place.hasNext();
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

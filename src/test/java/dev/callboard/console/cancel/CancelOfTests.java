package dev.callboard.console.cancel;

import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.callboard.TestShop;
import dev.callboard.audit.Act;
import dev.callboard.console.Connection;
import dev.callboard.console.Right;
import dev.callboard.console.Rights;
import dev.callboard.console.Surroundings;
import dev.callboard.live.Subscriptions;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderDetails;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Formats;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Texts;
import dev.callboard.refusals.Unavailable;
import dev.callboard.settings.ViewMemory;
import dev.callboard.triage.CancelEffect;
import dev.callboard.triage.CancelEffects;
import dev.callboard.triage.CancelPreview;
import dev.callboard.triage.CancelResult;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;

/** A cancel over a real shop without a window: what the FX thread would do is done at once. */
final class CancelOfTests implements CancelPlace {
    private final TestShop shop;
    private final CancelEffects effects;
    private final IntegerProperty news = new SimpleIntegerProperty();
    private final BooleanProperty stale = new SimpleBooleanProperty();
    private final Surroundings around;
    private final Deque<Runnable> held = new ArrayDeque<>();
    private Runnable meanwhile = () -> {};
    private boolean holding;
    private boolean blind;

    CancelOfTests(TestShop shop) {
        this.shop = shop;
        this.effects = new CancelEffects(shop.database, shop.outbox, shop.payments);
        Texts texts = new Texts(Locale.UK);
        Faults faults = new Faults(Runnable::run, texts);
        Rights rights = new Rights(() -> new Rights.Held(Set.of(Right.values()), List.of("callboard_admin")),
                Runnable::run, Runnable::run, faults, texts);
        this.around = new Surroundings(new Connection("quayside-prod", true, "callboard"), texts,
                new Formats(Locale.UK, ZoneId.of("Europe/Berlin"), Currency.getInstance("EUR")), this::onScreen,
                Runnable::run, ShopClock.running(), faults, Subscriptions.none(), rights, ViewMemory.passing());
    }

    /** The question about an order as it stands now. */
    CancelModel ask(UUID order) {
        Order seen = shop.orders.find(order).orElseThrow();
        String job = seen.jobNumber() == null ? null : "4001";
        CancelModel model = new CancelModel(around, this,
                List.of(new CancelTarget(seen, job, 2, shop.database.now())));
        model.open();
        return model;
    }

    /** What the dialog tells of it now. */
    CancelReport report(CancelModel model) {
        return report(model, model.outcomeProperty().get());
    }

    CancelReport report(CancelModel model, CancelOutcome outcome) {
        List<String> tickets = model.previewsProperty().get().stream().map(CancelPreview::ticketCode)
                .filter(java.util.Objects::nonNull).toList();
        return new CancelReport(around, outcome, "asked at the counter", tickets);
    }

    Formats formats() {
        return around.formats();
    }

    /** Something has happened in the shop. */
    void hear() {
        news.set(news.get() + 1);
    }

    /** From now on nobody can look at how far a cancel has come. */
    void blind() {
        blind = true;
    }

    /** From now on it can be looked at again. */
    void seeing() {
        blind = false;
    }

    /** Something is done at once where the effects are read the next time, before they are; its words wait. */
    void whileReading(Runnable something) {
        meanwhile = something;
        holding = true;
    }

    /** What waited for the screen is told, the last word first. */
    void tellTheLastFirst() {
        holding = false;
        while (!held.isEmpty()) {
            held.removeLast().run();
        }
    }

    private void onScreen(Runnable word) {
        if (holding) {
            held.add(word);
        } else {
            word.run();
        }
    }

    @Override
    public CancelPreview preview(UUID order) {
        Runnable something = meanwhile;
        meanwhile = () -> {};
        something.run();
        return shop.cancellations.preview(order);
    }

    @Override
    public Optional<CancelResult> cancel(Order seen, Act act) {
        return shop.cancellations.cancelSeen(seen, act);
    }

    @Override
    public OrderDetails present(UUID order) {
        if (blind) {
            throw new Unavailable(Unavailable.Service.POSTGRES, "gone", null);
        }
        return shop.orders.details(order);
    }

    @Override
    public List<CancelEffect> effects(OrderDetails details) {
        return effects.of(details);
    }

    @Override
    public ObservableValue<?> news() {
        return news;
    }

    @Override
    public ObservableBooleanValue staleProperty() {
        return stale;
    }

    @Override
    public void settled() {
        hear();
    }

    @Override
    public boolean hasNext() {
        return false;
    }
}

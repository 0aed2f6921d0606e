package dev.callboard.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.callboard.live.Topic;
import dev.callboard.parts.Sight;
import dev.callboard.refusals.Refusal;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/**
 * What the kiosk shows and does. Everything of one visitor, language, larger text, priority, is gone with the ticket
 * or after half a minute without a touch.
 */
public final class KioskModel implements AutoCloseable {
    static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration IDLE_LARGER = Duration.ofSeconds(60);

    /** Which page is in front. */
    enum Page {
        STARTING, START, QUESTION, TICKET, STAFF, CLOSED, UNAVAILABLE
    }

    private final KioskPlace place;
    private final KioskSurroundings around;
    private final KioskServices shop;
    private final Sight<KioskSight> sight;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.STARTING);
    private final ReadOnlyObjectWrapper<Locale> language;
    private final BooleanProperty priority = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper larger = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<String> joining = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> refused = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<DrawnTicket> drawn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper();
    private Page wanted = Page.START;
    private String asked;
    private Wish wish;
    private long touchedNanos;
    private long endNanos;
    private long fullNanos = 1;

    /** One press, remembered until it is answered: sent again it carries the same key. */
    private record Wish(String queue, boolean priority, String key) {}

    public KioskModel(KioskPlace place, KioskSurroundings around, KioskServices shop) {
        this.place = place;
        this.around = around;
        this.shop = shop;
        this.language = new ReadOnlyObjectWrapper<>(place.languages().getFirst());
        this.sight = new Sight<>(shop.read(), KioskSight::asOf, around.subscriptions(), around.fx(), around.clock(),
                around.faults());
        sight.snapshotProperty().addListener((property, before, now) -> {
            sight.watch(now.queues().stream().map(queue -> Topic.queue(queue.code())).collect(Collectors.toSet()));
            tick();
        });
        touched();
    }

    /** Begins to read and to hear. */
    public void open() {
        sight.open();
    }

    /** Somebody is there. */
    void touched() {
        touchedNanos = around.clock().nanos();
    }

    /** Speaks this language until the visitor has gone. */
    void speak(Locale chosen) {
        touched();
        language.set(chosen);
    }

    void toggleLarger() {
        touched();
        larger.set(!larger.get());
    }

    /** A service was pressed: a ticket, or first a question where many wait. */
    void choose(String queue) {
        touched();
        if (joining.get() != null || page.get() != Page.START) {
            return;
        }
        asked = queue;
        if (queue(queue).waiting() >= place.askFrom()) {
            go(Page.QUESTION);
        } else {
            join();
        }
    }

    /** Yes, a number in spite of the line. */
    void confirm() {
        touched();
        if (joining.get() == null) {
            join();
        }
    }

    private void join() {
        boolean urgent = priority.get();
        if (wish == null || !wish.queue().equals(asked) || wish.priority() != urgent) {
            wish = new Wish(asked, urgent, UUID.randomUUID().toString());
        }
        Wish sent = wish;
        joining.set(sent.queue());
        refused.set(null);
        around.background().execute(() -> {
            try {
                Ticket ticket = shop.join()
                        .apply(new JoinRequest(sent.queue(), null, urgent ? 1 : 0, null, sent.key()));
                around.fx().execute(() -> hand(ticket));
            } catch (RuntimeException failure) {
                around.fx().execute(() -> fail(failure));
            }
        });
    }

    private void hand(Ticket ticket) {
        joining.set(null);
        wish = null;
        Queue queue = queue(ticket.queue());
        int ahead = ticket.position() == null ? 0 : ticket.position() - 1;
        drawn.set(new DrawnTicket(ticket, queue, sight.snapshotProperty().get().wait(queue.code(), ahead),
                place.gateway().map(address -> address.toString().replaceAll("/$", "") + "/tickets/" + ticket.id())));
        fullNanos = (larger.get() ? IDLE_LARGER : IDLE).toNanos();
        endNanos = around.clock().nanos() + fullNanos;
        go(Page.TICKET);
    }

    private void fail(RuntimeException failure) {
        joining.set(null);
        if (failure instanceof Refusal refusal) {
            wish = null;
            refused.set(refusal.code());
            go(Page.START);
        } else {
            around.faults().report("A visitor's number", failure);
            wanted = Page.START;
            page.set(Page.UNAVAILABLE);
        }
        sight.readNow();
    }

    /** Half a minute more for this ticket. */
    void moreTime() {
        endNanos = Math.max(endNanos, around.clock().nanos()) + IDLE.toNanos();
        fullNanos = Math.max(fullNanos, endNanos - around.clock().nanos());
        tick();
    }

    /** The visitor goes: everything of theirs is forgotten. */
    void done() {
        wanted = Page.START;
        page.set(inFront());
        drawn.set(null);
        forget();
    }

    private void forget() {
        language.set(place.languages().getFirst());
        larger.set(false);
        priority.set(false);
        refused.set(null);
        touched();
    }

    /** Back to the services. */
    void back() {
        touched();
        go(Page.START);
    }

    /** How to find a person. */
    void askStaff() {
        touched();
        go(Page.STAFF);
    }

    private void go(Page next) {
        wanted = next;
        tick();
    }

    /** Lets time do its work; called twice a second or oftener. */
    public void tick() {
        around.clock().tick();
        sight.tick();
        long now = around.clock().nanos();
        if (wanted == Page.TICKET) {
            long left = endNanos - now;
            secondsLeft.set(Math.max(0, Math.ceilDiv(left, 1_000_000_000L)));
            if (left <= 0) {
                done();
                return;
            }
        } else if (joining.get() == null && now - touchedNanos > IDLE.toNanos()) {
            forget();
            wanted = Page.START;
        }
        page.set(inFront());
    }

    private Page inFront() {
        KioskSight read = sight.snapshotProperty().get();
        if (wanted == Page.TICKET) {
            return Page.TICKET;
        }
        if (sight.staleProperty().get() && !sight.isSettling()
                || read == null && sight.failureProperty().get() != null) {
            return Page.UNAVAILABLE;
        }
        if (read == null) {
            return Page.STARTING;
        }
        return services().isEmpty() && wanted == Page.START ? Page.CLOSED : wanted;
    }

    /** Queues on offer: all but those that are closed. */
    List<Queue> services() {
        return sight().queues().stream().filter(queue -> queue.state() != QueueState.CLOSED).toList();
    }

    KioskSight sight() {
        return sight.snapshotProperty().get();
    }

    private Queue queue(String code) {
        return sight().queues().stream().filter(queue -> queue.code().equals(code)).findFirst().orElseThrow();
    }

    /** The queue that the question is about. */
    Queue asked() {
        return queue(asked);
    }

    KioskPlace place() {
        return place;
    }

    Instant now() {
        return around.clock().nowProperty().get();
    }

    /** Part of the countdown that is left, from 1 to 0. */
    double shareLeft() {
        return Math.clamp((endNanos - around.clock().nanos()) / (double) fullNanos, 0, 1);
    }

    ReadOnlyObjectProperty<KioskSight> snapshotProperty() {
        return sight.snapshotProperty();
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Locale> languageProperty() {
        return language.getReadOnlyProperty();
    }

    /** The next ticket is with priority; that one only. */
    BooleanProperty priorityProperty() {
        return priority;
    }

    ReadOnlyBooleanProperty largerProperty() {
        return larger.getReadOnlyProperty();
    }

    /** Code of the queue whose ticket is under way, or null. */
    ReadOnlyObjectProperty<String> joiningProperty() {
        return joining.getReadOnlyProperty();
    }

    /** Code of the refusal of the last press, or null. */
    ReadOnlyObjectProperty<String> refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** The ticket in front, or null. */
    ReadOnlyObjectProperty<DrawnTicket> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }

    /** Until the ticket's page closes by itself. */
    ReadOnlyLongProperty secondsLeftProperty() {
        return secondsLeft.getReadOnlyProperty();
    }

    /** Reads again at once. */
    public void readNow() {
        sight.readNow();
    }

    @Override
    public void close() {
        sight.close();
    }
}

package dev.callboard.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.callboard.live.Topic;
import dev.callboard.parts.Sight;
import dev.callboard.tickets.Arrival;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which page the kiosk shows, for how long, and what a touch leads to. */
public final class KioskModel implements AutoCloseable {
    static final Duration IDLE = Duration.ofSeconds(30);
    /** For somebody who reads large letters, or is read to. */
    private static final Duration IDLE_SLOWLY = Duration.ofSeconds(60);

    /** Which page is in front. */
    enum Page {
        STARTING, START, QUESTION, TICKET, STAFF, PIN, CLOSED, UNAVAILABLE
    }

    private final KioskPlace place;
    private final KioskSurroundings around;
    private final Sight<KioskSight> sight;
    private final KioskVisitor visitor;
    private final KioskJoin join;
    private final KioskPin pin;
    private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.STARTING);
    private final TicketInFront ticket;
    private Page wanted = Page.START;
    private String asked;
    private boolean readAloud;
    private long touchedNanos;

    public KioskModel(KioskPlace place, KioskSurroundings around, KioskServices shop) {
        this.place = place;
        this.around = around;
        this.visitor = new KioskVisitor(place.languages().getFirst());
        this.join = new KioskJoin(around, shop);
        this.pin = new KioskPin(place.pin(), around);
        this.ticket = new TicketInFront(place, around.clock());
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

    /** A service was pressed: a ticket, or first a question where many wait. */
    void choose(String queue) {
        touched();
        if (join.isUnderWay() || page.get() != Page.START) {
            return;
        }
        asked = queue;
        if (sight().queue(queue).waiting() >= place.askFrom()) {
            go(Page.QUESTION);
        } else {
            take();
        }
    }

    /** Yes, a number in spite of the line. */
    void confirm() {
        touched();
        take();
    }

    private void take() {
        join.send(asked, visitor.priorityProperty().get(), Optional.ofNullable(visitor.cardProperty().get()),
                new Arrival(place.name(), visitor.languageProperty().get().toLanguageTag()), this::answered);
    }

    /** A refusal and a silence stand above the services, for as long as one who just came would be waited for. */
    private void answered(Optional<KioskJoin.Answer> answer) {
        touched();
        answer.ifPresentOrElse(given -> {
            ticket.show(given, sight(), readAloud || visitor.largerProperty().get() ? IDLE_SLOWLY : IDLE);
            go(Page.TICKET);
        }, () -> {
            go(Page.START);
            sight.readNow();
        });
    }

    /** A card was read: the next ticket is this customer's. */
    void card(String customer) {
        touched();
        if (page.get() == Page.START) {
            visitor.show(customer);
        }
    }

    /** Whether a screen reader speaks on this machine; then a ticket stays longer. */
    void readAloud(boolean spoken) {
        readAloud = spoken;
    }

    /** The visitor goes: everything of theirs is forgotten. */
    void done() {
        wanted = Page.START;
        page.set(inFront());
        ticket.clear();
        forget();
    }

    private void forget() {
        visitor.forget();
        join.forget();
        pin.clear();
        touched();
    }

    /** Back to the services. */
    void back() {
        touched();
        pin.clear();
        go(Page.START);
    }

    /** How to find a person. */
    void askStaff() {
        touched();
        go(Page.STAFF);
    }

    /** The mark was held: a way out, where staff have a PIN. */
    void askPin() {
        touched();
        if (pin.isThere()) {
            pin.clear();
            go(Page.PIN);
        }
    }

    private void go(Page next) {
        wanted = next;
        tick();
    }

    /** Lets time do its work; called twice a second or oftener. */
    public void tick() {
        around.clock().tick();
        sight.tick();
        if (wanted == Page.TICKET) {
            if (!ticket.countdown().tick()) {
                done();
                return;
            }
        } else if (!join.isUnderWay() && around.clock().nanos() - touchedNanos > IDLE.toNanos()) {
            forget();
            wanted = Page.START;
        }
        page.set(inFront());
    }

    private Page inFront() {
        KioskSight read = sight();
        if (wanted == Page.TICKET || wanted == Page.PIN) {
            return wanted;
        }
        if (sight.staleProperty().get() && !sight.isSettling()
                || read == null && sight.failureProperty().get() != null) {
            return Page.UNAVAILABLE;
        }
        if (read == null) {
            return Page.STARTING;
        }
        return read.isShopClosed() && wanted == Page.START ? Page.CLOSED : wanted;
    }

    KioskSight sight() {
        return sight.snapshotProperty().get();
    }

    /** The queue that the question is about. */
    Queue asked() {
        return sight().queue(asked);
    }

    KioskPlace place() {
        return place;
    }

    KioskVisitor visitor() {
        return visitor;
    }

    KioskJoin join() {
        return join;
    }

    KioskPin pin() {
        return pin;
    }

    /** True where only the staff's PIN leads out. */
    public boolean canBeLeft() {
        return pin.isThere();
    }

    /** What is done when the PIN was right. */
    public void onLeave(Runnable way) {
        pin.onLeave(way);
    }

    Instant now() {
        return around.clock().nowProperty().get();
    }

    ReadOnlyObjectProperty<KioskSight> snapshotProperty() {
        return sight.snapshotProperty();
    }

    ReadOnlyObjectProperty<Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    TicketInFront ticket() {
        return ticket;
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

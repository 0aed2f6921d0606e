package dev.callboard.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.callboard.live.Topic;
import dev.callboard.parts.Sight;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.Ticket;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which page the kiosk shows, for how long, and what a touch leads to. */
public final class KioskModel implements AutoCloseable {
    static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration IDLE_LARGER = Duration.ofSeconds(60);

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
    private final ReadOnlyObjectWrapper<DrawnTicket> drawn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyLongWrapper secondsLeft = new ReadOnlyLongWrapper();
    private Page wanted = Page.START;
    private String asked;
    private long touchedNanos;
    private long endNanos;
    private long fullNanos = 1;

    public KioskModel(KioskPlace place, KioskSurroundings around, KioskServices shop) {
        this.place = place;
        this.around = around;
        this.visitor = new KioskVisitor(place.languages().getFirst());
        this.join = new KioskJoin(around, shop);
        this.pin = new KioskPin(place.pin(), around);
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
        if (queue(queue).waiting() >= place.askFrom()) {
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
                new KioskJoin.Outcome() {
                    @Override
                    public void ticket(Ticket ticket, boolean already) {
                        hand(ticket, already);
                    }

                    @Override
                    public void refused() {
                        go(Page.START);
                        sight.readNow();
                    }

                    @Override
                    public void lost() {
                        wanted = Page.START;
                        page.set(Page.UNAVAILABLE);
                        sight.readNow();
                    }
                });
    }

    private void hand(Ticket ticket, boolean already) {
        Queue queue = queue(ticket.queue());
        int ahead = ticket.position() == null ? 0 : ticket.position() - 1;
        drawn.set(new DrawnTicket(ticket, queue, sight().wait(queue.code(), ahead),
                place.gateway().map(address -> address.toString().replaceAll("/$", "") + "/tickets/" + ticket.id()),
                already));
        fullNanos = (visitor.largerProperty().get() ? IDLE_LARGER : IDLE).toNanos();
        endNanos = around.clock().nanos() + fullNanos;
        go(Page.TICKET);
    }

    /** A card was read: the next ticket is this customer's. */
    void card(String customer) {
        touched();
        if (page.get() == Page.START) {
            visitor.show(customer);
        }
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
        visitor.forget();
        join.forgetRefusal();
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
        long now = around.clock().nanos();
        if (wanted == Page.TICKET) {
            long left = endNanos - now;
            secondsLeft.set(Math.max(0, Math.ceilDiv(left, 1_000_000_000L)));
            if (left <= 0) {
                done();
                return;
            }
        } else if (!join.isUnderWay() && now - touchedNanos > IDLE.toNanos()) {
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
        return isShopClosed() && wanted == Page.START ? Page.CLOSED : wanted;
    }

    private boolean isShopClosed() {
        return sight().queues().stream().allMatch(queue -> queue.state() == QueueState.CLOSED);
    }

    /** Queues on offer: all but those that are closed for the rest of the day. */
    List<Queue> services() {
        return sight().queues().stream().filter(queue -> queue.state() != QueueState.CLOSED
                || sight().opensLater().containsKey(queue.code())).toList();
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

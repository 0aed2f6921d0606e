package dev.callboard.kiosk;

import java.time.Duration;

import dev.callboard.parts.ShopClock;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The ticket that was just drawn, as its page shows it, and for how long. */
final class TicketInFront {
    private final KioskPlace place;
    private final Countdown countdown;
    private final ReadOnlyObjectWrapper<DrawnTicket> drawn = new ReadOnlyObjectWrapper<>();

    TicketInFront(KioskPlace place, ShopClock clock) {
        this.place = place;
        this.countdown = new Countdown(clock);
    }

    /** @param length how long it stays by itself */
    void show(KioskJoin.Answer answer, KioskSight sight, Duration length) {
        Queue queue = sight.queue(answer.ticket().queue());
        int ahead = answer.ticket().position() == null ? 0 : answer.ticket().position() - 1;
        drawn.set(new DrawnTicket(answer.ticket(), queue, sight.wait(queue.code(), ahead),
                place.gateway()
                        .map(address -> address.toString().replaceAll("/$", "") + "/tickets/" + answer.ticket().id()),
                answer.already()));
        countdown.start(length);
    }

    /** Half a minute more. */
    void moreTime() {
        countdown.extend(KioskModel.IDLE);
    }

    void clear() {
        drawn.set(null);
    }

    /** Until its page closes by itself. */
    Countdown countdown() {
        return countdown;
    }

    /** The ticket, or null. */
    ReadOnlyObjectProperty<DrawnTicket> drawnProperty() {
        return drawn.getReadOnlyProperty();
    }
}

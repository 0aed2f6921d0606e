package dev.callboard.kiosk;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import dev.callboard.refusals.Refusal;
import dev.callboard.tickets.Arrival;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Ticket;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** One press, one ticket: a press that is sent again after a lost answer carries the key of the first. */
final class KioskJoin {

    /** @param already true where the customer had the ticket before */
    record Answer(Ticket ticket, boolean already) {}

    /** One press, remembered until it is answered. */
    private record Wish(String queue, boolean priority, Optional<String> customer, String key) {
        boolean is(String otherQueue, boolean otherPriority, Optional<String> otherCustomer) {
            return queue.equals(otherQueue) && priority == otherPriority && customer.equals(otherCustomer);
        }
    }

    /** What stands for a refusal where nobody answered: the ticket may be there, the same press asks for it again. */
    private static final String NO_ANSWER = "no_answer";

    private final KioskSurroundings around;
    private final KioskServices shop;
    private final ReadOnlyObjectWrapper<String> joining = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> refused = new ReadOnlyObjectWrapper<>();
    private Wish wish;

    KioskJoin(KioskSurroundings around, KioskServices shop) {
        this.around = around;
        this.shop = shop;
    }

    /**
     * Sends the press; while one is under way another is not accepted.
     *
     * @param arrival where it is pressed
     * @param outcome told on the FX thread; empty where {@link #refusedProperty} says why there is no ticket
     */
    void send(String queue, boolean priority, Optional<String> customer, Arrival arrival,
            Consumer<Optional<Answer>> outcome) {
        if (joining.get() != null) {
            return;
        }
        if (wish == null || !wish.is(queue, priority, customer)) {
            wish = new Wish(queue, priority, customer, UUID.randomUUID().toString());
        }
        Wish sent = wish;
        joining.set(queue);
        refused.set(null);
        around.background().execute(() -> {
            try {
                Ticket ticket = shop.join().apply(new JoinRequest(queue, customer.orElse(null), priority ? 1 : 0, null,
                        sent.key(), arrival));
                finish(() -> answered(outcome, ticket, false));
            } catch (Refusal refusal) {
                look(sent, refusal, outcome);
            } catch (RuntimeException failure) {
                finish(() -> lost(failure, outcome));
            }
        });
    }

    /** A customer who is in line already is shown the ticket that they have. */
    private void look(Wish sent, Refusal refusal, Consumer<Optional<Answer>> outcome) {
        try {
            Optional<Ticket> held = refusal.code().equals("already_waiting")
                    ? sent.customer().flatMap(customer -> shop.held().apply(sent.queue(), customer))
                    : Optional.empty();
            finish(() -> held.ifPresentOrElse(ticket -> answered(outcome, ticket, true),
                    () -> refuse(refusal, outcome)));
        } catch (RuntimeException failure) {
            finish(() -> lost(failure, outcome));
        }
    }

    private void finish(Runnable rest) {
        around.fx().execute(() -> {
            joining.set(null);
            rest.run();
        });
    }

    private void answered(Consumer<Optional<Answer>> outcome, Ticket ticket, boolean already) {
        wish = null;
        outcome.accept(Optional.of(new Answer(ticket, already)));
    }

    private void refuse(Refusal refusal, Consumer<Optional<Answer>> outcome) {
        wish = null;
        refused.set(refusal.code());
        outcome.accept(Optional.empty());
    }

    private void lost(RuntimeException failure, Consumer<Optional<Answer>> outcome) {
        around.faults().report("A visitor's number", failure);
        refused.set(NO_ANSWER);
        outcome.accept(Optional.empty());
    }

    /** The visitor has gone: whoever presses next wants a ticket of their own. A press under way is still theirs. */
    void forget() {
        refused.set(null);
        if (!isUnderWay()) {
            wish = null;
        }
    }

    boolean isUnderWay() {
        return joining.get() != null;
    }

    /** Code of the queue whose ticket is under way, or null. */
    ReadOnlyObjectProperty<String> joiningProperty() {
        return joining.getReadOnlyProperty();
    }

    /** Code of the refusal of the last press, {@code no_answer} where the servers gave none, or null. */
    ReadOnlyObjectProperty<String> refusedProperty() {
        return refused.getReadOnlyProperty();
    }
}

package dev.callboard.parts;

import dev.callboard.orders.OrderState;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.TicketState;

/** How each state looks: one meaning, one icon, its own word. */
public final class StateChips {
    private StateChips() {}

    /** A ticket's state. */
    public static Chip of(TicketState state) {
        Chip chip = switch (state) {
            case WAITING -> new Chip(Meaning.WAITING, "fth-clock", state.name());
            case CALLED -> new Chip(Meaning.CALLED, "fth-bell", state.name());
            case SERVING -> new Chip(Meaning.SERVING, "fth-user-check", state.name());
            case HELD -> new Chip(Meaning.HELD, "fth-pause", state.name());
            case COMPLETED -> new Chip(Meaning.SUCCESS, "fth-check", state.name());
            case NO_SHOW -> new Chip(Meaning.IDLE, "fth-user-x", state.name());
            case CANCELLED -> new Chip(Meaning.IDLE, "fth-slash", state.name());
            case EXPIRED -> new Chip(Meaning.IDLE, "fth-sunset", state.name());
        };
        return marked(chip);
    }

    /** An order's state. */
    public static Chip of(OrderState state) {
        Chip chip = switch (state) {
            case RESERVED -> new Chip(Meaning.HELD, "fth-clock", state.name());
            case PAYMENT_PENDING -> new Chip(Meaning.WAITING, "fth-credit-card", state.name());
            case PAID -> new Chip(Meaning.ACCENT, "fth-credit-card", state.name());
            case PROCESSING -> new Chip(Meaning.SERVING, "fth-loader", state.name());
            case COMPLETED -> new Chip(Meaning.SUCCESS, "fth-check", state.name());
            case FAILED -> new Chip(Meaning.FAILED, "fth-x-circle", state.name());
            case CANCELLED -> new Chip(Meaning.IDLE, "fth-slash", state.name());
            case EXPIRED -> new Chip(Meaning.IDLE, "fth-sunset", state.name());
        };
        return marked(chip);
    }

    /** What a queue's state means. */
    public static Meaning meaning(QueueState state) {
        return switch (state) {
            case OPEN -> Meaning.SUCCESS;
            case PAUSED -> Meaning.WARNING;
            case LOCKED -> Meaning.HELD;
            case CLOSED -> Meaning.IDLE;
        };
    }

    /** The icon of a queue's state. */
    public static String icon(QueueState state) {
        return switch (state) {
            case OPEN -> "fth-unlock";
            case PAUSED -> "fth-pause";
            case LOCKED -> "fth-lock";
            case CLOSED -> "fth-slash";
        };
    }

    private static Chip marked(Chip chip) {
        chip.getStyleClass().add("state");
        return chip;
    }
}

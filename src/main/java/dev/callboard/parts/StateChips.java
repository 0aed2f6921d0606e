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
        String icon = switch (state) {
            case RESERVED -> "fth-clock";
            case PAYMENT_PENDING, PAID -> "fth-credit-card";
            case PROCESSING -> "fth-loader";
            case COMPLETED -> "fth-check";
            case FAILED -> "fth-x-circle";
            case CANCELLED -> "fth-slash";
            case EXPIRED -> "fth-sunset";
        };
        return marked(new Chip(meaning(state), icon, state.name()));
    }

    /** What an order's state means. */
    public static Meaning meaning(OrderState state) {
        return switch (state) {
            case RESERVED -> Meaning.HELD;
            case PAYMENT_PENDING -> Meaning.WAITING;
            case PAID -> Meaning.ACCENT;
            case PROCESSING -> Meaning.SERVING;
            case COMPLETED -> Meaning.SUCCESS;
            case FAILED -> Meaning.FAILED;
            case CANCELLED, EXPIRED -> Meaning.IDLE;
        };
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

package dev.callboard.parts;

import dev.callboard.orders.OrderState;
import dev.callboard.tickets.QueueState;
import dev.callboard.tickets.TicketState;

/** How each state looks: one meaning, one icon, its own word. */
public final class StateChips {
    private StateChips() {}

    /** A ticket's state. */
    public static Chip of(TicketState state) {
        return marked(new Chip(meaning(state), icon(state), state.name()));
    }

    /** What a ticket's state means. */
    public static Meaning meaning(TicketState state) {
        return switch (state) {
            case WAITING -> Meaning.WAITING;
            case CALLED -> Meaning.CALLED;
            case SERVING -> Meaning.SERVING;
            case HELD -> Meaning.HELD;
            case COMPLETED -> Meaning.SUCCESS;
            case NO_SHOW, CANCELLED, EXPIRED -> Meaning.IDLE;
        };
    }

    /** The icon of a ticket's state. */
    public static String icon(TicketState state) {
        return switch (state) {
            case WAITING -> "fth-clock";
            case CALLED -> "fth-bell";
            case SERVING -> "fth-user-check";
            case HELD -> "fth-pause";
            case COMPLETED -> "fth-check";
            case NO_SHOW -> "fth-user-x";
            case CANCELLED -> "fth-slash";
            case EXPIRED -> "fth-sunset";
        };
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

package dev.callboard.parts;

import java.util.Locale;

/** What a colour says; each is four tokens of that name. Never alone: a word stands beside it. */
public enum Meaning {
    WAITING, CALLED, SERVING, HELD, FAILED, SUCCESS, WARNING, IDLE, ACCENT, NEUTRAL;

    /** The style class of the meaning. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.callboard.console;

import java.util.function.Function;

import dev.callboard.parts.Overlay;

/**
 * A screen's place in the rail.
 *
 * @param name its key in the texts: {@code rail.<name>}
 * @param digit opens it together with Alt
 * @param build makes the screen at its first visit
 */
public record ScreenPlace(String name, String icon, int digit, Function<Overlay, Screen> build) {}

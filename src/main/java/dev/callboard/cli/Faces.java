package dev.callboard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What shows itself in a window or in pictures: started from here, built elsewhere. */
public interface Faces {

    /** The console on a shop, until its window is closed. */
    void console(ConnectionChoice choice);

    /** A wall screen for visitors, until its window is closed. */
    void board(Board board);

    /** A touch screen where visitors take their numbers, until staff leave it. */
    void kiosk(ConnectionChoice choice);

    /**
     * The sample shop with live trade and the console on it.
     *
     * @return the pictures written; none where there was a window
     */
    List<Path> demo(Demo demo);

    /**
     * Every screen of the fixture as a picture, without a display.
     *
     * @param theme {@code light}, {@code dark}, or null for both
     */
    List<Path> shots(Path out, String theme);

    /**
     * How a demo runs.
     *
     * @param choice its data folder and settings; never with addresses
     * @param headless without a window even where one could be shown
     * @param seconds length of a headless run
     * @param out folder for the pictures of a headless run
     * @param said is told, a line at a time, what goes on and what there is to do
     */
    record Demo(ConnectionChoice choice, boolean headless, int seconds, Path out, Consumer<String> said) {}

    /**
     * Which wall screen.
     *
     * @param queues codes of the queues whose calls it shows
     * @param screen its name, or null for the name of this machine
     */
    record Board(ConnectionChoice choice, List<String> queues, String screen) {}
}

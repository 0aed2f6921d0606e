package dev.callboard.console;

/** The way from one screen to another. */
public interface Travel {

    /**
     * Brings a screen to the front, with something of it in view.
     *
     * @param place the screen's name in the rail; nothing happens where the window has none of that name
     * @param what as {@link Screen#find} takes it
     */
    void go(String place, String what);
}

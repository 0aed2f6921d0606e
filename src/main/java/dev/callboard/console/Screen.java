package dev.callboard.console;

/** One screen of the console; built at its first visit, kept while the window lives. */
public interface Screen {

    /** What the window puts in its places and carries on. */
    ScreenParts parts();

    /** Brings something of this screen into view, as another screen named it; a screen may know nothing of that kind. */
    default void find(String what) {}
}

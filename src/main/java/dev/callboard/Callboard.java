package dev.callboard;

import dev.callboard.app.Program;

/** The program's entry. */
public final class Callboard {
    private Callboard() {}

    public static void main(String[] arguments) {
        System.exit(new Program().run(arguments));
    }
}

package dev.callboard;

/** The program's entry. */
public final class Callboard {
    private Callboard() {}

    public static void main(String[] arguments) {
        throw new UnsupportedOperationException(String.join(" ", arguments));
    }
}

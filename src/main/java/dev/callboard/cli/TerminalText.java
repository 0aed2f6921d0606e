package dev.callboard.cli;

import java.util.regex.Pattern;

/** Text that others wrote, as a terminal may be given it: jobs, names and queues may hold what it would obey. */
final class TerminalText {
    private static final int LONGEST = 300;
    private static final int HEAD = 200;
    private static final int TAIL = 80;
    /** Orders to the terminal, and marks that turn or hide letters; what only joins letters (Persian, emoji) stays. */
    private static final Pattern OBEYED = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t\\u200C\\u200D]]");

    private TerminalText() {}

    /** The text with U+FFFD for all that does more than stand there; lines and tabs stay. */
    static String harmless(String text) {
        return OBEYED.matcher(text.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }

    /** As one line of a readable length: arguments may be very long, and messages quote them. */
    static String oneLine(String message) {
        String line = harmless(String.valueOf(message).replaceAll("\\s+", " ").strip());
        return line.length() <= LONGEST ? line : line.substring(0, HEAD) + "… " + line.substring(line.length() - TAIL);
    }
}

package dev.callboard.jobs;

import java.util.regex.Pattern;

/** Makes errors of one kind look alike: the first line, with what differs from case to case replaced. */
public final class ErrorFingerprint {
    private static final int LONGEST = 200;
    private static final Pattern UUID = Pattern.compile("(?i)\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    private static final Pattern QUOTED = Pattern
            .compile("\"[^\"]*\"|`[^`]*`|“[^”]*”|«[^»]*»|(?<![\\p{L}\\p{N}])'[^']*'(?![\\p{L}\\p{N}])");
    private static final Pattern HEX = Pattern.compile("\\b0[xX][0-9a-fA-F]+\\b");
    private static final Pattern NUMBER = Pattern.compile("\\d+([.,]\\d+)*");

    private ErrorFingerprint() {}

    /** The fingerprint of an error's message; the empty text for none. */
    public static String of(String error) {
        String line = firstLine(error);
        line = UUID.matcher(line).replaceAll("<uuid>");
        line = QUOTED.matcher(line).replaceAll("<text>");
        line = HEX.matcher(line).replaceAll("<n>");
        line = NUMBER.matcher(line).replaceAll("<n>");
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** The first line that says anything. */
    static String firstLine(String text) {
        return text == null ? ""
                : text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
    }
}

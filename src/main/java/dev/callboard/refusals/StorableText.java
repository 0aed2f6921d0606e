package dev.callboard.refusals;

import java.nio.charset.StandardCharsets;

/** Texts that both stores keep exactly as they came. */
public final class StorableText {
    private StorableText() {}

    /**
     * True for a text of 1 to {@code longest} characters that is not blank and that Postgres and Redis keep as it is:
     * Postgres has no NUL, and half a pair of surrogates would silently become a question mark.
     */
    public static boolean fits(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.indexOf('\0') < 0
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}

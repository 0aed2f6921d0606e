package dev.callboard.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the scripts, with their parts put in. */
public final class ScriptText {
    private static final Pattern INCLUDE = Pattern.compile("(?m)^--@include (\\S+)$");

    private ScriptText() {}

    /** @param name file name below {@code lua/}, without its ending */
    public static String whole(String name) {
        return INCLUDE.matcher(read(name)).replaceAll(part -> Matcher.quoteReplacement(read(part.group(1))));
    }

    private static String read(String name) {
        try (InputStream file = ScriptText.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (file == null) {
                throw new IllegalArgumentException("no script lua/" + name + ".lua");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The name by which Redis knows a script, in hexadecimal digits. */
    public static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.callboard.console;

import java.util.Locale;

/**
 * Where the window is connected to.
 *
 * @param name as the person gave it to the profile, for example {@code quayside-prod}
 * @param production true where the servers hold a real shop; then dangerous acts ask for the name
 * @param login the database login that every action is done under
 */
public record Connection(String name, boolean production, String login) {

    /** One or two letters for the person at the login. */
    public String initials() {
        return Connection.initials(login);
    }

    /** One or two letters for whoever has that login: of the first and the last word, or the first two. */
    public static String initials(String login) {
        String[] words = login.strip().split("[\\s._@-]+");
        String letters = words.length > 1 && !words[0].isEmpty()
                ? words[0].substring(0, 1) + words[words.length - 1].charAt(0)
                : login.substring(0, Math.min(2, login.length()));
        return letters.toUpperCase(Locale.ROOT);
    }
}

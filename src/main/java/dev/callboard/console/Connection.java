package dev.callboard.console;

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
        return login.substring(0, Math.min(2, login.length())).toUpperCase(java.util.Locale.ROOT);
    }
}

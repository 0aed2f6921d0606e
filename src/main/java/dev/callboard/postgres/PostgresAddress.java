package dev.callboard.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.callboard.refusals.Refusal;

/**
 * Where a Postgres is and who we are there.
 *
 * @param jdbcUrl the driver's form, without user and password; may name several hosts
 * @param user login role, or null for the driver's default
 * @param password or null
 */
public record PostgresAddress(String jdbcUrl, String user, String password) {

    /** What follows the last colon of a host; those of an IPv6 address stand in brackets. */
    private static final Pattern PORT = Pattern.compile(":([^:\\]]*)$");

    public PostgresAddress {
        Objects.requireNonNull(jdbcUrl);
    }

    /**
     * Reads {@code postgres://user:password@host:port/database?sslmode=…} (also {@code postgresql://} and
     * {@code jdbc:postgresql://}, several hosts parted by commas).
     *
     * @throws Refusal {@code invalid} where the text is no such address
     */
    public static PostgresAddress parse(String text) {
        String rest = text.startsWith("jdbc:") ? text.substring(5) : text;
        if (!rest.startsWith("postgres://") && !rest.startsWith("postgresql://")) {
            throw Refusal.invalid("The Postgres address must look like postgres://user@host:5432/database.");
        }
        String authority = rest.substring(rest.indexOf("://") + 3);
        int at = authority.substring(0, endOfAuthority(authority)).lastIndexOf('@');
        String user = null;
        String password = null;
        if (at >= 0) {
            String[] login = authority.substring(0, at).split(":", 2);
            user = decoded(login[0]);
            password = login.length == 2 ? decoded(login[1]) : null;
            authority = authority.substring(at + 1);
        }
        String jdbcUrl = "jdbc:postgresql://" + authority;
        if (jdbcUrl.matches(".*[?&]options=.*")) {
            throw Refusal
                    .invalid("The Postgres address may not carry options=: Callboard says its session's rules itself.");
        }
        requirePorts(authority.substring(0, endOfAuthority(authority)));
        if (authority.isBlank() || org.postgresql.Driver.parseURL(jdbcUrl, null) == null) {
            throw Refusal.invalid("The Postgres address must look like postgres://user@host:5432/database.");
        }
        return new PostgresAddress(towardsPrimary(jdbcUrl), user,
                password == null ? System.getenv("PGPASSWORD") : password);
    }

    /** Of several hosts the one that takes writes is meant, whichever it is at the moment. */
    private static String towardsPrimary(String jdbcUrl) {
        return !jdbcUrl.contains(",") || jdbcUrl.contains("targetServerType=")
                ? jdbcUrl
                : jdbcUrl + (jdbcUrl.contains("?") ? "&" : "?") + "targetServerType=primary";
    }

    /** The same server and database under another login. */
    public PostgresAddress as(String otherUser, String otherPassword) {
        return new PostgresAddress(jdbcUrl, otherUser, otherPassword);
    }

    /** Host, port and database, without the login: fit for messages and logs. */
    public String shown() {
        String text = jdbcUrl.substring("jdbc:postgresql://".length());
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    @Override
    public String toString() {
        return "PostgresAddress[" + shown() + "]";
    }

    /** Checked here, since the driver complains of them on streams that are not its own. */
    private static void requirePorts(String hosts) {
        for (String host : hosts.split(",")) {
            Matcher port = PORT.matcher(host);
            if (port.find() && !isPort(port.group(1))) {
                throw Refusal.invalid("A port is a number from 1 to 65535, not '" + Refusal.shortened(port.group(1))
                        + "'.");
            }
        }
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65_535;
    }

    private static int endOfAuthority(String text) {
        int slash = text.indexOf('/');
        return slash < 0 ? text.length() : slash;
    }

    private static String decoded(String text) {
        return text.isEmpty() ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The address as a URI with login, for handing to another process by its environment. */
    public URI toUri() {
        String login = user == null ? "" : encoded(user) + (password == null ? "" : ":" + encoded(password)) + "@";
        return URI.create("postgres://" + login + jdbcUrl.substring("jdbc:postgresql://".length()));
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

package dev.callboard.redis;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.callboard.refusals.Refusal;

/**
 * Where a Redis is and who we are there.
 *
 * @param kind how its servers stand to each other
 * @param nodes addresses {@code redis://host:port} or, with TLS, {@code rediss://host:port}; never empty
 * @param masterName the master's name for {@link Kind#SENTINEL}, else null
 * @param user ACL user, or null for the default user
 * @param password or null
 * @param database number of the database; 0 in a cluster
 */
public record RedisAddress(Kind kind, List<String> nodes, String masterName, String user, String password,
        int database) {
    private static final String EXAMPLE = "The Redis address must look like redis://host:6379/0, "
            + "redis+sentinel://host:26379,host:26379/master or redis+cluster://host:6379,host:6379 "
            + "(rediss for TLS).";

    /** How the servers of a Redis stand to each other. */
    public enum Kind {
        SINGLE, SENTINEL, CLUSTER
    }

    /**
     * Reads an address.
     *
     * @throws Refusal {@code invalid} where the text is no such address
     */
    public static RedisAddress parse(String text) {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            throw Refusal.invalid(EXAMPLE);
        }
        String[] protocol = text.substring(0, scheme).split("\\+", 2);
        Kind kind = kindOf(protocol);
        String rest = text.substring(scheme + 3);
        int slash = rest.indexOf('/');
        String authority = slash < 0 ? rest : rest.substring(0, slash);
        String path = slash < 0 ? "" : rest.substring(slash + 1);
        int at = authority.lastIndexOf('@');
        String[] login = at < 0 ? new String[]{"", ""} : (authority.substring(0, at) + ":").split(":", 3);
        List<String> nodes = Stream.of(authority.substring(at + 1).split(","))
                .map(host -> node(protocol[0], host, kind == Kind.SENTINEL ? 26379 : 6379)).toList();
        String password = decoded(login[1]);
        return new RedisAddress(kind, nodes, kind == Kind.SENTINEL ? masterName(path) : null, decoded(login[0]),
                password == null ? System.getenv("REDISCLI_AUTH") : password,
                kind == Kind.SINGLE ? database(path) : 0);
    }

    private static Kind kindOf(String[] protocol) {
        if (!protocol[0].equals("redis") && !protocol[0].equals("rediss")) {
            throw Refusal.invalid(EXAMPLE);
        }
        return switch (protocol.length == 1 ? "" : protocol[1]) {
            case "" -> Kind.SINGLE;
            case "sentinel" -> Kind.SENTINEL;
            case "cluster" -> Kind.CLUSTER;
            default -> throw Refusal.invalid(EXAMPLE);
        };
    }

    private static String node(String scheme, String host, int defaultPort) {
        try {
            URI uri = new URI(scheme + "://" + host);
            if (uri.getHost() == null) {
                throw Refusal.invalid(EXAMPLE);
            }
            if (uri.getPort() == 0 || uri.getPort() > 65_535) {
                throw Refusal.invalid("A port is a number from 1 to 65535, not '" + uri.getPort() + "'.");
            }
            return scheme + "://" + uri.getHost() + ":" + (uri.getPort() < 0 ? defaultPort : uri.getPort());
        } catch (URISyntaxException malformed) {
            throw Refusal.invalid(EXAMPLE);
        }
    }

    private static String masterName(String path) {
        if (path.isBlank()) {
            throw Refusal.invalid(EXAMPLE);
        }
        return path;
    }

    private static int database(String path) {
        if (!path.matches("\\d{0,3}")) {
            throw Refusal.invalid(EXAMPLE);
        }
        return path.isEmpty() ? 0 : Integer.parseInt(path);
    }

    private static String decoded(String text) {
        return text.isEmpty() ? null : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The same servers under another login. */
    public RedisAddress as(String otherUser, String otherPassword) {
        return new RedisAddress(kind, nodes, masterName, otherUser, otherPassword, database);
    }

    /** Hosts and ports, without the login: fit for messages and logs. */
    public String shown() {
        return String.join(",", nodes.stream().map(node -> node.substring(node.indexOf("://") + 3)).toList());
    }

    @Override
    public String toString() {
        return "RedisAddress[" + kind + " " + shown() + "]";
    }
}

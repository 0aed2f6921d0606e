package dev.callboard.console.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.settings.Profile;

/**
 * A connection as a person writes it, field by field; perhaps not right yet.
 *
 * @param values every field's text, as typed
 * @param settings of the profile, kept as they are
 * @param pgParameters of the Postgres address that have no field, kept as they are: {@code sslrootcert=…&…}
 * @param redisDatabase number of the database in a single Redis, kept as it is
 */
public record ConnectionDraft(Map<Field, String> values, Map<String, String> settings, String pgParameters,
        int redisDatabase) {
    public static final String PRODUCTION = "Production";
    public static final String DEVELOPMENT = "Development";
    private static final String TLS = "verify-full";
    private static final String NO_TLS = "off";
    /** Goes without saying where there are several hosts. */
    private static final String PRIMARY = "targetServerType=primary";

    /** An empty one, for a machine of one's own. */
    static ConnectionDraft fresh(String name) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        Arrays.stream(Field.values()).forEach(field -> values.put(field, ""));
        values.put(Field.NAME, name);
        values.put(Field.ENVIRONMENT, DEVELOPMENT);
        values.put(Field.PG_HOSTS, "localhost:5432");
        values.put(Field.PG_DATABASE, "callboard");
        values.put(Field.PG_TLS, NO_TLS);
        values.put(Field.REDIS_KIND, RedisAddress.Kind.SINGLE.name());
        values.put(Field.REDIS_NODES, "localhost:6379");
        values.put(Field.REDIS_TLS, NO_TLS);
        return new ConnectionDraft(values, Map.of(), "", 0);
    }

    /** As a profile has it; its passwords are elsewhere. */
    static ConnectionDraft of(String name, Profile profile) {
        ConnectionDraft draft = new ConnectionDraft(fresh(name).values(), profile.settings(), "", 0)
                .with(Field.ENVIRONMENT, profile.environment().filter(ConnectionDraft::isProduction)
                        .map(text -> PRODUCTION).orElse(DEVELOPMENT));
        if (profile.pg().isPresent()) {
            draft = draft.withPostgres(PostgresAddress.parse(profile.pg().get()));
        }
        return profile.redis().isPresent() ? draft.withRedis(RedisAddress.parse(profile.redis().get())) : draft;
    }

    private static boolean isProduction(String environment) {
        return environment.toLowerCase(java.util.Locale.ROOT).startsWith("prod");
    }

    private ConnectionDraft withPostgres(PostgresAddress address) {
        String[] parts = address.shown().split("/", 2);
        String query = address.jdbcUrl().replaceFirst("^[^?]*\\??", "");
        String others = Arrays.stream(query.split("&"))
                .filter(part -> !part.isEmpty() && !part.startsWith("sslmode=") && !part.equals(PRIMARY))
                .collect(Collectors.joining("&"));
        return new ConnectionDraft(values, settings, others, redisDatabase)
                .with(Field.PG_HOSTS, parts[0].replace(",", ", "))
                .with(Field.PG_DATABASE, parts.length > 1 ? parts[1] : "")
                .with(Field.PG_USER, address.user() == null ? "" : address.user())
                .with(Field.PG_TLS, address.jdbcUrl().contains("sslmode=verify-full") ? TLS
                        : address.jdbcUrl().contains("sslmode=require") ? "require" : NO_TLS);
    }

    private ConnectionDraft withRedis(RedisAddress address) {
        return new ConnectionDraft(values, settings, pgParameters, address.database())
                .with(Field.REDIS_KIND, address.kind().name())
                .with(Field.REDIS_NODES, address.shown().replace(",", ", "))
                .with(Field.REDIS_MASTER, address.masterName() == null ? "" : address.masterName())
                .with(Field.REDIS_USER, address.user() == null ? "" : address.user())
                .with(Field.REDIS_TLS, address.nodes().getFirst().startsWith("rediss") ? TLS : NO_TLS);
    }

    ConnectionDraft with(Field field, String value) {
        Map<Field, String> changed = new EnumMap<>(values);
        changed.put(field, value);
        return new ConnectionDraft(changed, settings, pgParameters, redisDatabase);
    }

    String get(Field field) {
        return values.get(field).strip();
    }

    RedisAddress.Kind kind() {
        return RedisAddress.Kind.valueOf(get(Field.REDIS_KIND));
    }

    boolean isProduction() {
        return PRODUCTION.equals(get(Field.ENVIRONMENT));
    }

    /** True where "Development" is hard to believe: a host elsewhere, or TLS. */
    boolean looksLikeProduction() {
        boolean elsewhere = Stream.of(Field.PG_HOSTS, Field.REDIS_NODES).flatMap(field -> hosts(field).stream())
                .anyMatch(host -> !host.startsWith("localhost") && !host.startsWith("127.")
                        && !host.startsWith("[::1]"));
        return !isProduction()
                && (elsewhere || !NO_TLS.equals(get(Field.PG_TLS)) || !NO_TLS.equals(get(Field.REDIS_TLS)));
    }

    private List<String> hosts(Field field) {
        return Arrays.stream(get(field).split(",")).map(String::strip).toList();
    }

    /** What is wrong, by field. */
    Map<Field, Problem> problems() {
        Map<Field, Problem> problems = new EnumMap<>(Field.class);
        if (!get(Field.NAME).matches("[\\w-][\\w.-]{0,59}")) {
            problems.put(Field.NAME, Problem.of("name"));
        }
        hostProblem(Field.PG_HOSTS).ifPresent(problem -> problems.put(Field.PG_HOSTS, problem));
        hostProblem(Field.REDIS_NODES).ifPresent(problem -> problems.put(Field.REDIS_NODES, problem));
        if (!get(Field.PG_DATABASE).matches("[\\w$-]{1,63}")) {
            problems.put(Field.PG_DATABASE, Problem.of("database"));
        }
        if (kind() == RedisAddress.Kind.SENTINEL && get(Field.REDIS_MASTER).isEmpty()) {
            problems.put(Field.REDIS_MASTER, Problem.of("master"));
        }
        return problems;
    }

    private Optional<Problem> hostProblem(Field field) {
        for (String host : hosts(field)) {
            int colon = host.lastIndexOf(':');
            String name = colon < 0 ? host : host.substring(0, colon);
            if (!name.matches("[\\p{Alnum}._-]+|\\[[\\p{XDigit}:]+]")) {
                return Optional.of(Problem.of("host", host));
            }
            String port = colon < 0 ? "1" : host.substring(colon + 1);
            if (!port.matches("\\d{1,9}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535) {
                return Optional.of(Problem.of("port", name.replaceFirst("\\..*", ""), port));
            }
        }
        return Optional.empty();
    }

    /** The address with its login and, where one is typed, its password. */
    PostgresAddress postgres() {
        return PostgresAddress.parse(postgresUrl("")).as(orNull(Field.PG_USER), orNull(Field.PG_PASSWORD));
    }

    private String postgresUrl(String login) {
        String query = Stream.of(NO_TLS.equals(get(Field.PG_TLS)) ? "" : "sslmode=" + get(Field.PG_TLS), pgParameters)
                .filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
        return "postgres://" + login + String.join(",", hosts(Field.PG_HOSTS)) + "/" + get(Field.PG_DATABASE)
                + (query.isEmpty() ? "" : "?" + query);
    }

    /** The address with its login and, where one is typed, its password. */
    RedisAddress redis() {
        return RedisAddress.parse(redisUrl("")).as(orNull(Field.REDIS_USER), orNull(Field.REDIS_PASSWORD));
    }

    private String redisUrl(String login) {
        String scheme = (NO_TLS.equals(get(Field.REDIS_TLS)) ? "redis" : "rediss") + switch (kind()) {
            case SINGLE -> "";
            case SENTINEL -> "+sentinel";
            case CLUSTER -> "+cluster";
        };
        String path = switch (kind()) {
            case SINGLE -> redisDatabase == 0 ? "" : "/" + redisDatabase;
            case SENTINEL -> "/" + get(Field.REDIS_MASTER);
            case CLUSTER -> "";
        };
        return scheme + "://" + login + String.join(",", hosts(Field.REDIS_NODES)) + path;
    }

    private String orNull(Field field) {
        return get(field).isEmpty() ? null : get(field);
    }

    /** What is written to the profile: everything but the passwords. */
    Profile profile() {
        return new Profile(Optional.of(postgresUrl(login(Field.PG_USER))),
                Optional.of(redisUrl(login(Field.REDIS_USER))), Optional.of(get(Field.ENVIRONMENT)), settings);
    }

    private String login(Field user) {
        return get(user).isEmpty()
                ? ""
                : URLEncoder.encode(get(user), StandardCharsets.UTF_8).replace("+", "%20") + "@";
    }
}

package dev.callboard.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;
import dev.callboard.refusals.Refusal;
import dev.callboard.settings.HomeFolder;
import dev.callboard.settings.Profile;
import dev.callboard.settings.Secrets;
import dev.callboard.settings.SettingRejected;
import dev.callboard.settings.Settings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes. */
@Command(name = "callboard", description = {
    "A shop's queues, tickets, stock, orders and background jobs: screens for them, and everything that the screens do"
            + " by commands."}, footer = {"",
                "A sample shop to try: callboard demo. More about one command: callboard COMMAND --help.",
                "Exit codes: 0 done, 1 refused by a rule, 2 malformed command line, 3 a service cannot be reached, 4 not permitted."})
final class GlobalOptions {
    @Option(names = "--pg", paramLabel = "URL", scope = ScopeType.INHERIT, description = "Postgres, as postgres://user:password@host:5432/database; else CALLBOARD_PG, else the profile's, else the embedded one.")
    private String postgres;

    @Option(names = "--redis", paramLabel = "URL", scope = ScopeType.INHERIT, description = "Redis, as redis://user:password@host:6379; else CALLBOARD_REDIS, else the profile's, else the embedded one.")
    private String redis;

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Folder of the embedded servers and the profiles; ~/.callboard without it.")
    private Path data;

    @Option(names = "--profile", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "Addresses and settings from profiles/NAME.properties of the data folder.")
    private String profile;

    @Option(names = "--set", paramLabel = "key=value", scope = ScopeType.INHERIT, description = "Any setting, for this command alone; may be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Answer with one JSON document.")
    private boolean json;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Log more, and show where a fault arose.")
    private boolean verbose;

    /** Of the program and so of no command below it. */
    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show which version this is.")
    private boolean version;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Show this help.")
    private boolean help;

    boolean isJson() {
        return json;
    }

    boolean isVerbose() {
        return verbose;
    }

    boolean isVersionAsked() {
        return version;
    }

    boolean namesAddresses() {
        return postgres != null || redis != null;
    }

    boolean namesData() {
        return data != null;
    }

    /**
     * The shop that flags, environment and profile name together.
     *
     * @throws SettingRejected for an address, profile or setting that cannot be
     * @throws MalformedCommand for an option whose value is blank
     */
    ConnectionChoice choice(Map<String, String> environment) {
        // the folder one stands in is never meant
        Bounds.filled("--pg", postgres);
        Bounds.filled("--redis", redis);
        Bounds.filled("--data", data);
        Bounds.filled("--profile", profile);
        Path folder = data == null ? HomeFolder.of(environment) : data;
        Profile chosen = profile == null ? Profile.none() : Profile.read(folder, profile);
        Optional<String> pg = first(postgres, environment.get("CALLBOARD_PG"), chosen.pg());
        Optional<String> redisUrl = first(redis, environment.get("CALLBOARD_REDIS"), chosen.redis());
        try {
            return new ConnectionChoice(pg.map(PostgresAddress::parse).map(address -> withPassword(address, folder)),
                    redisUrl.map(RedisAddress::parse).map(address -> withPassword(address, folder)), folder,
                    chosen.environment(), Settings.defaults().with(chosen.settings()).with(settings),
                    Optional.ofNullable(profile));
        } catch (Refusal malformed) {
            throw new SettingRejected(malformed.getMessage());
        }
    }

    /** A profile keeps its passwords elsewhere. */
    private PostgresAddress withPassword(PostgresAddress address, Path folder) {
        return profile == null || postgres != null || address.password() != null
                ? address
                : Secrets.of(folder).find(profile, Secrets.Service.POSTGRES)
                        .map(password -> address.as(address.user(), password)).orElse(address);
    }

    private RedisAddress withPassword(RedisAddress address, Path folder) {
        return profile == null || redis != null || address.password() != null
                ? address
                : Secrets.of(folder).find(profile, Secrets.Service.REDIS)
                        .map(password -> address.as(address.user(), password)).orElse(address);
    }

    private static Optional<String> first(String flag, String variable, Optional<String> profile) {
        return Optional.ofNullable(flag)
                .or(() -> Optional.ofNullable(variable).filter(text -> !text.isBlank())).or(() -> profile);
    }
}

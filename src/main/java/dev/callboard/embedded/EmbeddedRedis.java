package dev.callboard.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import dev.callboard.redis.RedisAddress;

/** The Redis of a data folder with Callboard's ACL users in it. */
final class EmbeddedRedis {
    static final String OWNER = "callboard_owner";
    static final String CONSOLE = "callboard";
    static final String DUTIES = "callboard_duties";
    static final String GATEWAY = "callboard_front";
    /** All data and scripts, but neither the server's own affairs nor a flush; INFO and CLIENT only to look. */
    private static final String DATA_ONLY = " ~* &* +@all -@admin -@dangerous +info +keys +sort "
            + "+client|setname +client|getname +client|id +client|list +role +wait";

    private final RedisServer server;
    private final ServerSecrets secrets;

    EmbeddedRedis(ServerPrograms programs, Path folder, ServerSecrets secrets) throws IOException {
        this.server = new RedisServer(programs, folder.resolve("redis"), OWNER, secrets.password("redis." + OWNER));
        this.secrets = secrets;
    }

    /** Sees to it that the server runs; the caller holds the folder alone. */
    void start() throws IOException {
        if (!runs()) {
            int port = FreePort.preferably(secrets.port("redis"));
            server.start(port, List.of("user default off", user(OWNER, " ~* &* +@all"), user(CONSOLE, DATA_ONLY),
                    user(DUTIES, DATA_ONLY), user(GATEWAY, DATA_ONLY)));
            secrets.rememberPort("redis", port);
        }
    }

    RedisAddress address(String login) throws IOException {
        return new RedisAddress(RedisAddress.Kind.SINGLE, List.of("redis://127.0.0.1:" + secrets.port("redis")), null,
                login, secrets.password("redis." + login), 0);
    }

    void stop() throws IOException {
        if (runs()) {
            server.stop(secrets.port("redis"));
        }
    }

    boolean runs() {
        return secrets.port("redis") > 0 && server.runs(secrets.port("redis"));
    }

    private String user(String name, String rights) throws IOException {
        return "user " + name + " on >" + secrets.password("redis." + name) + rights;
    }
}

package dev.callboard.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

import dev.callboard.TestRedis;
import dev.callboard.TestServers;
import dev.callboard.TestShop;
import dev.callboard.faults.Fault.Server;
import dev.callboard.payments.StripeDouble;
import dev.callboard.payments.StripeSignature;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.redis.RedisAddress;

/** The servers of a shop under trouble: real ones, behind wires that break, and a double of the payment provider. */
final class FaultServers implements AutoCloseable {
    /** Where everything of this shop is written. */
    final Path folder;
    final FaultPostgres postgres;
    final TestRedis redis = TestServers.newRedis();
    final GreenMail mail = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
    final StripeDouble stripe = new StripeDouble();
    private final Map<Server, TroubledWire> wires;

    FaultServers(Path folder) {
        this.folder = folder;
        postgres = new FaultPostgres(folder);
        mail.start();
        wires = Map.of(Server.POSTGRES, new TroubledWire(postgres.port()), Server.REDIS,
                new TroubledWire(redis.port()), Server.MAIL, new TroubledWire(mail.getSmtp().getPort()));
    }

    TroubledWire wire(Server server) {
        return wires.get(server);
    }

    void heal() {
        wires.values().forEach(TroubledWire::heal);
    }

    PostgresAddress postgresFor(String role) {
        return FaultPostgres.address(wire(Server.POSTGRES).port(), role);
    }

    private RedisAddress redisByWire() {
        return RedisAddress.parse("redis://127.0.0.1:" + wire(Server.REDIS).port());
    }

    /** A shop that suffers with everybody else. */
    TestShop troubledShop() {
        return TestShop.at(postgresFor("admin"), redisByWire());
    }

    /** A shop from which the truth is seen. */
    TestShop untroubledShop() {
        return TestShop.at(postgres.owner(), redis.address());
    }

    /** The options by which a process finds the servers, behind their wires. */
    List<String> options(String role) {
        return List.of("--pg", postgresFor(role).toUri().toString(), "--redis", redisByWire().nodes().getFirst(),
                "--set", "smtp.url=smtp://127.0.0.1:" + wire(Server.MAIL).port(), "--set",
                "stripe.url=" + stripe.uri(), "--set", "stripe.key=" + StripeDouble.KEY, "--set",
                "stripe.webhook_secret=" + StripeSignature.SECRET);
    }

    @Override
    public void close() {
        wires.values().forEach(TroubledWire::close);
        mail.stop();
        stripe.close();
        redis.close();
        postgres.close();
    }
}

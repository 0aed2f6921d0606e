package dev.callboard.jobs;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.callboard.embedded.BareRedis;
import dev.callboard.redis.RedisAddress;

/** A cluster of three real servers, a third of the slots each. */
final class ClusterOfTests implements AutoCloseable {
    private static final int SLOTS = 16_384;
    private static final int NODES = 3;

    private final List<BareRedis> nodes = IntStream.range(0, NODES).mapToObj(
            number -> new BareRedis(List.of("cluster-enabled yes", "cluster-announce-ip 127.0.0.1"))).toList();

    ClusterOfTests() {
        for (int number = 0; number < NODES; number++) {
            BareRedis node = nodes.get(number);
            node.ask("CLUSTER", "SET-CONFIG-EPOCH", String.valueOf(number + 1));
            node.ask(Stream.concat(Stream.of("CLUSTER", "ADDSLOTS"),
                    IntStream.range(number * SLOTS / NODES, (number + 1) * SLOTS / NODES).mapToObj(String::valueOf))
                    .toArray(String[]::new));
            node.ask("CLUSTER", "MEET", "127.0.0.1", String.valueOf(nodes.getFirst().port()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> nodes.stream().allMatch(this::knowsAll));
    }

    private boolean knowsAll(BareRedis node) {
        return IntStream.range(0, NODES).allMatch(number -> nameAt(number).map(name -> node.ask("GET", name))
                .filter(answer -> !answer.startsWith("-CLUSTERDOWN")).isPresent());
    }

    /** A name in braces whose keys lie with that server. */
    private java.util.Optional<String> nameAt(int number) {
        return IntStream.range(0, 1000).mapToObj(n -> "{q" + n + "}")
                .filter(name -> slot(name) * NODES / SLOTS == number)
                .findFirst();
    }

    /** Names in braces, one for each server. */
    List<String> names() {
        return IntStream.range(0, NODES).mapToObj(number -> nameAt(number).orElseThrow()).toList();
    }

    private int slot(String name) {
        return Integer.parseInt(nodes.getFirst().ask("CLUSTER", "KEYSLOT", name).substring(1));
    }

    /** What the server says that has the keys of this queue. */
    String ask(String queue, String... words) {
        return nodes.get(slot(queue) * NODES / SLOTS).ask(words);
    }

    RedisAddress address() {
        return RedisAddress.parse("redis+cluster://" + nodes.stream().map(node -> "127.0.0.1:" + node.port())
                .collect(Collectors.joining(",")));
    }

    int port() {
        return nodes.getFirst().port();
    }

    @Override
    public void close() {
        nodes.forEach(BareRedis::close);
    }
}

package dev.callboard.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.redisson.api.redisnode.RedisNode;
import org.redisson.api.redisnode.RedisNodes;

import dev.callboard.TestShop;
import dev.callboard.faults.CuttingProxy.Cut;
import dev.callboard.postgres.PostgresAddress;
import dev.callboard.stock.StockLine;

/** What a command asks of the servers does not grow with what it is about. */
class RoundTripsTest {
    private final TestShop shop = new TestShop();
    private final CuttingProxy postgres = new CuttingProxy(
            Integer.parseInt(shop.address.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1")));

    @AfterEach
    void close() {
        postgres.close();
        shop.close();
    }

    @Test
    @Tag("S03")
    void aCartOfFiftyLinesAsksAsOftenAsOneOfOneLine() {
        List<StockLine> cart = IntStream.range(0, 50).mapToObj(i -> new StockLine("SKU-" + i, 1)).toList();
        cart.forEach(line -> shop.receive(line.sku(), 100));
        try (TestShop counted = shop.through(
                new PostgresAddress(shop.address.jdbcUrl().replaceFirst(":\\d+/", ":" + postgres.port() + "/"),
                        shop.address.user(), shop.address.password()),
                shop.redisServer.address())) {
            // the statements that every connection makes once are made here
            for (int i = 0; i < 8; i++) {
                counted.reserve("warm-up", cart.toArray(StockLine[]::new));
            }

            Asked one = asked(counted, cart.subList(0, 1));
            Asked fifty = asked(counted, cart);

            assertThat(fifty).isEqualTo(one);
            assertThat(one.scripts()).isEqualTo(1);
            assertThat(one.statements()).isLessThanOrEqualTo(2);
        }
    }

    private record Asked(long scripts, int statements) {}

    private Asked asked(TestShop counted, List<StockLine> cart) {
        long before = scripts();
        postgres.cutAt(Integer.MAX_VALUE, Cut.BEFORE_IT_ARRIVES);
        counted.reserve("ada", cart.toArray(StockLine[]::new));
        return new Asked(scripts() - before, postgres.requests());
    }

    private long scripts() {
        String told = shop.redis.client().getRedisNodes(RedisNodes.SINGLE).getInstance()
                .info(RedisNode.InfoSection.COMMANDSTATS).getOrDefault("cmdstat_evalsha", "calls=0,");
        return Long.parseLong(told.replaceFirst("calls=(\\d+),.*", "$1"));
    }
}

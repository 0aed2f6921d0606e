package dev.callboard.bench;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import dev.callboard.TestShop;
import dev.callboard.bench.Hands.Hand;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.redis.RedisTalk;
import dev.callboard.redis.ScriptText;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.StockLine;

/** Reserving carts of different products, by sixteen at once. */
final class CartFigures implements AutoCloseable {
    private static final int PRODUCTS = 2_000;
    private static final double SECONDS = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final TestShop shop = new TestShop();
    private final String holdScript;

    CartFigures() throws IOException {
        shop.stock.receive(IntStream.range(0, PRODUCTS).mapToObj(
                i -> new Receipt(new StockLine(sku(i), 100_000_000), "Product " + i, new java.math.BigDecimal("2.50")))
                .toList());
        String script = ScriptText.whole("stock/hold");
        try (RedisTalk talk = talk()) {
            talk.ask("SCRIPT", "LOAD", script);
        }
        holdScript = ScriptText.sha1(script);
    }

    private RedisTalk talk() throws IOException {
        return new RedisTalk(shop.redisServer.address(), PATIENCE);
    }

    private static String sku(int number) {
        return "SKU-%05d".formatted(number % PRODUCTS);
    }

    /** Carts of twenty lines that the gate takes in a second, without Postgres. */
    void hold(Row row) throws Exception {
        row.naive().add(Hands.perSecond(SECONDS, client -> {
            List<StockLine> cart = cart(client, 20);
            return shared(() -> holdLineByLine(cart));
        }));
        row.ours().add(Hands.perSecond(SECONDS, client -> {
            List<StockLine> cart = cart(client, 20);
            return shared(() -> shop.gate.hold(UUID.randomUUID(), cart));
        }));
        row.floor().add(Hands.perSecond(SECONDS, client -> new BareHold(cart(client, 20))));
        shop.redisServer.flush();
        shop.rebuild.ensureOpen();
    }

    /** Each line is a hold of its own: the gate knows no half cart. */
    private void holdLineByLine(List<StockLine> cart) {
        cart.forEach(line -> shop.gate.hold(UUID.randomUUID(), List.of(line)));
    }

    /** A hand whose connections are everybody's. */
    private static Hand shared(Runnable act) {
        return new Hand() {
            @Override
            public void run() {
                act.run();
            }

            @Override
            public void close() {
                // nothing is its own
            }
        };
    }

    /** Carts a second, each of so many lines; every client has products of its own, so that none waits for a row. */
    void reserve(Row row, int lines) throws Exception {
        row.naive().add(Hands.perSecond(SECONDS, client -> new LineByLine(cart(client, lines))));
        row.ours().add(Hands.perSecond(SECONDS, client -> {
            List<StockLine> cart = cart(client, lines);
            return shared(() -> shop.reservations
                    .reserve(ReservationRequest.of("customer", null, cart, Duration.ofMinutes(10))));
        }));
        row.floor().add(Hands.perSecond(SECONDS, client -> new Bottom(cart(client, lines))));
    }

    private static List<StockLine> cart(int client, int lines) {
        return IntStream.range(0, lines).mapToObj(i -> new StockLine(sku(client * 100 + i), 1)).toList();
    }

    private List<String> holdCall(UUID id, List<StockLine> lines) {
        List<String> words = new ArrayList<>(
                List.of("EVALSHA", holdScript, "3", "{callboard}:stock", "{callboard}:holds",
                        "{callboard}:taken", id.toString()));
        lines.forEach(line -> words.addAll(List.of(line.sku(), Long.toString(line.quantity()))));
        return words;
    }

    /** One call of the gate per line, and in Postgres one update and one insert per line. */
    private final class LineByLine implements Hand {
        private final Bare bare = new Bare(shop.address, false);
        private final List<StockLine> cart;
        private final PreparedStatement order = bare.prepared("""
                insert into orders (id, customer, state, expires_at, total)
                values (?, 'customer', 'RESERVED', clock_timestamp() + interval '10 minutes', 0)""");
        private final PreparedStatement hold = bare.prepared("insert into stock_hold (id, state) values (?, 'ACTIVE')");
        private final PreparedStatement take = bare
                .prepared("update product set held = held + ? where sku = ? and on_hand - held >= ?");
        private final PreparedStatement line = bare.prepared("""
                insert into order_line (order_id, position, sku, quantity, price) values (?, ?, ?, ?, 2.50)""");
        private final PreparedStatement note = bare.prepared("""
                insert into audit_entry (action, subject_kind, subject_id) values ('order.reserve', 'order', ?)""");

        LineByLine(List<StockLine> cart) {
            this.cart = cart;
        }

        @Override
        public void run() throws Exception {
            UUID id = UUID.randomUUID();
            holdLineByLine(cart);
            Bare.update(hold, id);
            Bare.update(order, id);
            for (int i = 0; i < cart.size(); i++) {
                StockLine one = cart.get(i);
                Bare.update(take, one.quantity(), one.sku(), one.quantity());
                Bare.update(line, id, i + 1, one.sku(), one.quantity());
            }
            Bare.update(note, id.toString());
            bare.commit();
        }

        @Override
        public void close() throws Exception {
            bare.close();
        }
    }

    /** The bare script over a bare socket. */
    private final class BareHold implements Hand {
        private final RedisTalk talk;
        private final List<StockLine> cart;

        BareHold(List<StockLine> cart) {
            this.cart = cart;
            try {
                this.talk = talk();
            } catch (IOException failure) {
                throw new java.io.UncheckedIOException(failure);
            }
        }

        @Override
        public void run() throws IOException {
            hold(UUID.randomUUID());
        }

        void hold(UUID id) throws IOException {
            talk.ask(holdCall(id, cart).toArray(String[]::new));
        }

        @Override
        public void close() throws IOException {
            talk.close();
        }
    }

    /** The bare script, and the bare statement. */
    private final class Bottom implements Hand {
        private final Bare bare = new Bare(shop.address, true);
        private final BareHold gate;
        private final String[] skus;
        private final Long[] quantities;
        private final long epoch = shop.gate.epoch().orElseThrow();
        private final PreparedStatement insert = bare
                .prepared("select * from reserve_order(?, 'customer', null, ?, ?, ?, 600)");

        Bottom(List<StockLine> cart) {
            this.gate = new BareHold(cart);
            this.skus = cart.stream().map(StockLine::sku).toArray(String[]::new);
            this.quantities = cart.stream().map(StockLine::quantity).toArray(Long[]::new);
        }

        @Override
        public void run() throws Exception {
            UUID id = UUID.randomUUID();
            gate.hold(id);
            Bare.first(insert, id, skus, quantities, epoch);
        }

        @Override
        public void close() throws Exception {
            gate.close();
            bare.close();
        }
    }

    @Override
    public void close() {
        shop.close();
    }
}

package dev.callboard.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Measures the shop's commands, each beside the naive way and its floor, in turns; prints medians and ratios. The first
 * round warms up and does not count.
 */
public final class ShopBenchmark {
    private static final int ROUNDS = setting("BENCH_ROUNDS", 3);
    /** How the scenarios to run begin; all where nothing is said. */
    private static final String ONLY = Objects.requireNonNullElse(System.getenv("BENCH_ONLY"), "");
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private interface Scenario {
        void run(Row row) throws Exception;
    }

    /** Runs everything; ends with 1 where something failed. */
    public static void main(String[] arguments) {
        int status = 1;
        try {
            new ShopBenchmark().runAll();
            status = 0;
        } catch (Exception failure) {
            failure.printStackTrace();
        }
        // threads of clients may still be there
        System.exit(status);
    }

    private void runAll() throws Exception {
        try (TicketFigures tickets = new TicketFigures();
                CartFigures carts = new CartFigures();
                RelayFigures relays = new RelayFigures()) {
            for (int round = 0; round <= ROUNDS; round++) {
                measure(round, "join one hot queue (tickets/s)", row -> tickets.join(row, 1));
                measure(round, "join over 8 queues (tickets/s)", row -> tickets.join(row, 8));
                measure(round, "call next, 300,000 waiting (calls/s)", tickets::call);
                measure(round, "gate alone, 20 lines (holds/s)", carts::hold);
                measure(round, "reserve 1 line (carts/s)", row -> carts.reserve(row, 1));
                measure(round, "reserve 20 lines (carts/s)", row -> carts.reserve(row, 20));
                measure(round, "relay 100,000 rows, 4 relays (rows/s)", relays::relay);
                measure(round, "a viewer of 1 of 50 products (messages)", ViewerFigures::messages);
            }
        }
        String table = Row.table(rows);
        System.out.println(table);
        Files.writeString(Path.of("target", "benchmark-shop.md"), table);
    }

    private void measure(int round, String what, Scenario scenario) throws Exception {
        if (!what.startsWith(ONLY)) {
            return;
        }
        Row row = round == 0 ? new Row() : rows.computeIfAbsent(what, name -> new Row());
        scenario.run(row);
        System.out.printf(java.util.Locale.ROOT, "%-45s naive %s (bare tables %s)   Callboard %s   floor %s%n", what,
                last(row.naive()), last(row.bareNaive()), last(row.ours()), last(row.floor()));
    }

    private static String last(java.util.List<Double> values) {
        return values.isEmpty() ? "-" : String.format(java.util.Locale.ROOT, "%.2f", values.getLast());
    }

    private static int setting(String variable, int otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : Integer.parseInt(value);
    }
}

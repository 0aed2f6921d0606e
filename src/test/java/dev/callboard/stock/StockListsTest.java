package dev.callboard.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.stock.StockQuestion.Column;

class StockListsTest {
    private final TestShop shop = new TestShop();
    private final StockLists lists = new StockLists(shop.database);

    @BeforeEach
    void goods() {
        receive("HOS-25M-G", "Garden hose 25 m", 7);
        receive("SCR-12V-01", "Cordless screwdriver", 1);
        receive("NAI-75-1K", "Nails, 1 kg", 40);
    }

    private void receive(String sku, String name, long units) {
        shop.stock.receive(new Receipt(new StockLine(sku, units), name, BigDecimal.TEN, "delivery 5512"));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void sortsOnTheServerByWhatIsAsked() {
        assertThat(skus("", StockFilter.ALL, Column.NAME, false)).containsExactly("SCR-12V-01", "HOS-25M-G",
                "NAI-75-1K");
        assertThat(skus("", StockFilter.ALL, Column.AVAILABLE, true)).containsExactly("NAI-75-1K", "HOS-25M-G",
                "SCR-12V-01");
    }

    @Test
    void findsByPartOfSkuOrNameLiterally() {
        assertThat(skus("SCREW", StockFilter.ALL, Column.SKU, false)).containsExactly("SCR-12V-01");
        assertThat(skus("-75-", StockFilter.ALL, Column.SKU, false)).containsExactly("NAI-75-1K");
        assertThat(skus("_", StockFilter.ALL, Column.SKU, false)).isEmpty();
    }

    @Test
    void filtersAndCountsWhatIsHeldAndSoldOut() {
        shop.reserve("Niamh Gallagher", new StockLine("SCR-12V-01", 1), new StockLine("HOS-25M-G", 2));
        assertThat(skus("", StockFilter.SOLD_OUT, Column.SKU, false)).containsExactly("SCR-12V-01");
        assertThat(skus("", StockFilter.HELD, Column.SKU, false)).containsExactly("HOS-25M-G", "SCR-12V-01");
        StockList list = lists.read(question("", StockFilter.ALL, Column.SKU, false, 1));
        assertThat(list.total()).isEqualTo(3);
        assertThat(list.figures()).isEqualTo(new StockList.Figures(3, 1, 3, 1));
    }

    @Test
    @Tag("S11")
    void theLedgerSaysWhatWasOnHandAfterEachMovement() throws Exception {
        UUID failed = shop.failedAfterShipping("Niamh Gallagher", new StockLine("HOS-25M-G", 2));
        shop.cancellations.cancelOrder(failed, "asked at the counter");
        receive("HOS-25M-G", null, 5);
        shop.stock.writeOff(new StockLine("HOS-25M-G", 3), "torn");
        shop.reserve("Guest", new StockLine("HOS-25M-G", 4));

        ProductLedger ledger = lists.ledger("HOS-25M-G").orElseThrow();
        assertThat(ledger.sums()).isEqualTo(new ProductLedger.Sums(7, 5, 2, 2, 3, 0));
        assertThat(ledger.unexplained()).isZero();
        assertThat(ledger.rows()).extracting(ProductLedger.Row::onHand).containsExactly(9L, 9L, 12L, 7L, 5L, 7L);
        assertThat(ledger.rows().getFirst().isHold()).isTrue();
        assertThat(ledger.rows().getLast().reason()).isEqualTo("delivery 5512");
        assertThat(lists.ledger("NO-SUCH")).isEmpty();
    }

    @Test
    @Tag("S11")
    void theCheckNamesTheProductThatDoesNotAddUp() {
        shop.reserve("Guest", new StockLine("NAI-75-1K", 4));
        LedgerCheck check = new LedgerCheck(shop.database);
        assertThat(check.run(looked -> {}, () -> false)).isEqualTo(new LedgerCheck.Report(3, List.of(), true));

        shop.database.transaction(tx -> tx.handle()
                .execute("update product set on_hand = on_hand + 1, version = version + 1 where sku = 'NAI-75-1K'"));
        assertThat(check.run(looked -> {}, () -> false).differences())
                .containsExactly(new LedgerCheck.Difference("NAI-75-1K", 41, 40, 4, 4));
    }

    @Test
    void theComparisonShowsWhereTheGatePromisesTooMuch() {
        GateComparison comparison = new GateComparison(shop.database, shop.gate);
        assertThat(comparison.differences()).hasValueSatisfying(none -> assertThat(none).isEmpty());
        shop.gate.hold(UUID.randomUUID(), List.of(new StockLine("HOS-25M-G", 2)));
        assertThat(comparison.differences().orElseThrow()).containsOnlyKeys("HOS-25M-G").containsValue(-2L);
        shop.redisServer.flush();
        assertThat(comparison.differences()).as("a closed gate promises nothing").isEmpty();
    }

    private List<String> skus(String match, StockFilter filter, Column by, boolean descending) {
        return lists.read(question(match, filter, by, descending, 200)).rows().stream()
                .map(row -> row.product().sku()).toList();
    }

    private static StockQuestion question(String match, StockFilter filter, Column by, boolean descending, int limit) {
        return new StockQuestion(match, filter, new StockQuestion.Order(by, descending), List.of(), limit);
    }
}

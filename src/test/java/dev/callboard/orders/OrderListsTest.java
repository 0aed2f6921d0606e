package dev.callboard.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.callboard.TestShop;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.BusinessDay;

class OrderListsTest {
    private final TestShop shop = new TestShop();
    private final OrderLists lists = new OrderLists(shop.database, new BusinessDay(ZoneOffset.UTC, LocalTime.MIN));
    private Order first;
    private Order second;
    private Order third;

    @BeforeEach
    void threeOrders() {
        shop.receive("HOS-25M-G", 20);
        shop.receive("50%_OFF", 20);
        first = shop.reserve("Niamh Gallagher", new StockLine("HOS-25M-G", 2));
        second = shop.reserve("Piotr Zieliński", new StockLine("50%_OFF", 1));
        third = shop.reservations.reserve(ReservationRequest.of("Guest 7711", null,
                List.of(new StockLine("HOS-25M-G", 1)), Duration.ofSeconds(30)));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatChangedLastStandsFirst() {
        shop.payments.payAtCounter(first.uuid());
        assertThat(numbers("", OrderFilter.ALL)).containsExactly(first.number(), third.number(), second.number());
    }

    @Test
    void searchIsLiteralAndLooksAtNumberCustomerAndGoods() {
        assertThat(numbers("zieliń", OrderFilter.ALL)).containsExactly(second.number());
        assertThat(numbers(String.valueOf(third.number()), OrderFilter.ALL)).containsExactly(third.number());
        assertThat(numbers("hos-25", OrderFilter.ALL)).containsExactly(third.number(), first.number());
        assertThat(numbers("50%_", OrderFilter.ALL)).containsExactly(second.number());
        assertThat(numbers("%", OrderFilter.ALL)).as("a wildcard is a letter like any other").isEmpty();
    }

    @Test
    void filtersByWhatIsStillToHappen() {
        shop.cancellations.cancelOrder(second.uuid(), "changed their mind");
        assertThat(numbers("", OrderFilter.OPEN)).containsExactly(third.number(), first.number());
        assertThat(numbers("", OrderFilter.EXPIRING)).containsExactly(third.number());
        assertThat(numbers("", OrderFilter.FAILED)).isEmpty();
    }

    @Test
    void theTotalIsExactWhateverIsRead() {
        OrderList list = lists.read(new OrderQuestion("", OrderFilter.ALL, 2));
        assertThat(list.rows()).hasSize(2);
        assertThat(list.total()).isEqualTo(3);
    }

    @Test
    void theFiguresAreThoseOfTheShop() {
        shop.payments.payAtCounter(first.uuid());
        OrderFigures figures = lists.read(new OrderQuestion("nothing matches", OrderFilter.ALL, 1)).figures();
        assertThat(figures.today()).isEqualTo(3);
        assertThat(figures.taken()).isEqualByComparingTo("5.00");
        assertThat(figures.expiring()).isEqualTo(1);
        assertThat(figures.failed()).isZero();
    }

    private List<Long> numbers(String match, OrderFilter filter) {
        return lists.read(new OrderQuestion(match, filter, 200)).rows().stream().map(row -> row.id().number()).toList();
    }
}

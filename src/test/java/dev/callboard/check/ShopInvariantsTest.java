package dev.callboard.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A shop with an order in every state, examined as it is, and after each harm that a fault of the program could do. */
@Tag("S11")
class ShopInvariantsTest {
    private static TradedShop traded;

    @BeforeAll
    static void trade() throws InterruptedException {
        traded = new TradedShop();
    }

    @AfterAll
    static void close() {
        traded.close();
    }

    @Test
    void allHoldAfterTrade() {
        assertThat(traded.shop.number("select count(distinct state) from orders")).isEqualTo(6);
        CheckReport report = CheckReport.of(traded.invariants());
        assertThat(report.checks()).hasSize(23).allMatch(CheckResult::holds);
        assertThat(report.ok()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stock.ledger_adds_up                    | update product set on_hand = on_hand + 1 where sku = 'A'
            stock.ledger_adds_up                    | delete from stock_movement where kind = 'WRITE_OFF'
            stock.held_is_sum_of_open_holds         | update product set held = held + 1 where sku = 'A'
            stock.held_is_sum_of_open_holds         | update stock_hold set state = 'RELEASED', ended_at = now() where id = '${reserved}'
            stock.held_within_on_hand               | alter table product drop constraint product_held_within_on_hand; update product set held = on_hand + 1
            stock.order_lines_match_ledger          | update order_line set returned = returned + 1 where order_id = '${completed}'
            stock.order_lines_match_ledger          | delete from stock_movement where kind = 'CANCEL_RETURN'
            stock.shipped_and_cancelled_once        | drop index stock_movement_ships_once; insert into stock_movement (request_id, kind, sku, order_line, quantity) select gen_random_uuid(), kind, sku, order_line, quantity from stock_movement where kind = 'SHIP'
            orders.holds_match_state                | update stock_hold set state = 'ACTIVE', ended_at = null where id = '${completed}'
            orders.holds_match_state                | insert into stock_hold (id, state) values (gen_random_uuid(), 'ACTIVE')
            orders.goods_match_state                | update order_line set shipped = 0, returned = 0 where order_id = '${completed}'
            orders.goods_match_state                | update orders set total = total + 1 where id = '${paid}'
            orders.goods_match_state                | delete from order_line where order_id = '${reserved}'
            orders.steps_match_state                | update fulfilment_step set done_at = null, error = 'x' where order_id = '${completed}'
            orders.steps_match_state                | delete from fulfilment_step where order_id = '${completed}'
            orders.failures_have_evidence           | delete from job_evidence
            orders.failures_have_evidence           | delete from alert
            orders.every_change_audited             | delete from audit_entry where subject_id = '${completed}' and after->>'state' = 'PROCESSING'
            orders.every_change_audited             | update orders set state = 'CANCELLED' where id = '${reserved}'
            orders.every_change_audited             | delete from audit_entry where subject_id = '${reserved}'
            orders.times_match_state                | update orders set completed_at = null where id = '${completed}'
            orders.times_match_state                | update orders set job_number = null where id = '${paid}'
            payments.one_for_each_paid_order        | delete from payment where order_id = '${paid}'
            payments.one_for_each_paid_order        | insert into payment (id, order_id, provider, state, amount) values (gen_random_uuid(), '${completed}', 'COUNTER', 'CAPTURED', 1)
            payments.refund_for_each_cancelled_order | delete from refund
            payments.refund_for_each_cancelled_order | insert into refund (payment_id, order_id, amount, state) select id, order_id, amount, 'DUE' from payment where order_id = '${completed}'
            invoices.numbers_without_gap            | update invoice_counter set last = last + 1
            invoices.numbers_without_gap            | delete from invoice
            outbox.what_is_set_apart_calls_a_person | insert into outbox (kind, key, set_apart) values ('gate', 'A', true)
            outbox.job_rows_follow_their_order      | update orders set round = round - 1 where id = '${paid}'
            """)
    void eachFindsItsHarm(String name, String harm) {
        List<String> found = traded.shop.database.transaction(tx -> {
            tx.handle().createScript("set local session_replication_role = replica; " + traded.told(harm)).execute();
            List<String> violations = new InvariantStore().violations(tx,
                    ((SqlInvariant) traded.invariant(name)).violations());
            tx.handle().rollback();
            tx.handle().begin();
            return violations;
        });
        assertThat(found).isNotEmpty().allMatch(line -> !line.isBlank());
    }
}

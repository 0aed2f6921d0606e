package dev.callboard.faults;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.icegreen.greenmail.util.GreenMail;

import dev.callboard.TestShop;
import dev.callboard.check.CheckReport;
import dev.callboard.check.CheckResult;
import dev.callboard.check.ShopInvariants;
import dev.callboard.payments.StripeDouble;

/**
 * Judges a shop that has come to rest: every invariant of {@code check}, and that each order was either done once or
 * undone wholly, as whoever asked was told.
 */
final class Verdict {
    /** Done once: one invoice, one movement out of stock for each line, no more. */
    private static final String COMPLETED_ONCE = """
            select format('order %s is completed: %s lines, %s movements, %s invoices', o.number, l.lines, m.movements,
                (select count(*) from invoice i where i.order_id = o.id))
            from orders o
            cross join lateral (select count(*) as lines from order_line where order_id = o.id) l
            cross join lateral (select count(*) as movements from stock_movement m
              join order_line x on x.id = m.order_line where x.order_id = o.id and m.kind <> 'CUSTOMER_RETURN') m
            where o.state = 'COMPLETED' and (l.lines <> m.movements
              or (select count(*) from invoice i where i.order_id = o.id) <> 1)
            """;
    /** Undone wholly: what its lines took and what they gave back is the same. */
    private static final String UNDONE_WHOLLY = """
            select format('order %s is %s and has moved %s units', o.number, o.state, m.units)
            from orders o cross join lateral (select coalesce(sum(m.quantity), 0) as units from stock_movement m
              join order_line x on x.id = m.order_line where x.order_id = o.id) m
            where o.state in ('CANCELLED', 'EXPIRED') and m.units <> 0
            """;
    private static final String NOT_ENDED = """
            select format('order %s is still %s', number, state) from orders
            where state not in ('COMPLETED', 'CANCELLED', 'EXPIRED')
            """;
    /** What was there at the opening, came and went otherwise is there, or was sold. */
    private static final String UNITS_LOST = """
            select format('%s: had %s, %s sold, %s on hand, %s held', p.sku, r.units, coalesce(s.units, 0),
                p.on_hand, p.held)
            from product p
            join (select sku, sum(quantity) as units from stock_movement
              where kind not in ('SHIP', 'CANCEL_RETURN') group by sku) r
              on r.sku = p.sku
            left join (select l.sku, sum(l.quantity) as units from order_line l join orders o on o.id = l.order_id
              where o.state = 'COMPLETED' group by l.sku) s on s.sku = p.sku
            where p.on_hand <> r.units - coalesce(s.units, 0) or p.held <> 0
            """;

    private final TestShop shop;
    private final List<String> violations = new ArrayList<>();

    private Verdict(TestShop shop) {
        this.shop = shop;
    }

    /** @return what is wrong, a line each */
    static List<String> of(FaultServers servers, TestShop shop, Promises promises) {
        Verdict verdict = new Verdict(shop);
        verdict.check();
        List.of(COMPLETED_ONCE, UNDONE_WHOLLY, NOT_ENDED, UNITS_LOST)
                .forEach(query -> verdict.violations.addAll(verdict.texts(query)));
        verdict.kept(promises);
        verdict.money(servers.stripe);
        verdict.mail(servers.mail);
        verdict.violations.addAll(TicketVerdict.of(shop, promises.tickets));
        verdict.violations.addAll(promises.surprises());
        return verdict.violations;
    }

    private void check() {
        CheckReport.of(ShopInvariants.of(shop.database, shop.gate, shop.queue)).checks().stream()
                .filter(check -> !check.holds()).map(CheckResult::toString).forEach(violations::add);
    }

    private void kept(Promises promises) {
        missing("was reserved and is unknown", promises.reserved, "select id::text from orders");
        missing("was paid and is not", promises.paid, "select id::text from orders where paid_by is not null");
        missing("was cancelled and is not", promises.cancelled,
                "select id::text from orders where state = 'CANCELLED'");
    }

    private void missing(String what, Collection<UUID> told, String query) {
        Set<String> known = new HashSet<>(texts(query));
        told.stream().filter(id -> !known.contains(id.toString())).map(id -> "order " + id + " " + what)
                .forEach(violations::add);
    }

    /** Each card that was charged either paid for an order that stands, or was given its money back, once. */
    private void money(StripeDouble stripe) {
        Set<String> kept = new HashSet<>(texts("""
                select p.intent from payment p join orders o on o.paid_by = p.id
                where o.state = 'COMPLETED' and p.intent is not null"""));
        stripe.intents().forEach(intent -> {
            boolean isCharged = stripe.status(intent).equals("succeeded");
            long wanted = isCharged && !kept.contains(intent) ? 1 : 0;
            if (stripe.refundsOf(intent) != wanted || !isCharged && kept.contains(intent)) {
                violations.add(intent + " is " + stripe.status(intent) + ", kept: " + kept.contains(intent)
                        + ", refunds: " + stripe.refundsOf(intent));
            }
        });
    }

    /** Each completed order was told of under one name, and nobody was told of an order that never was. */
    private void mail(GreenMail mail) {
        Set<String> sent = new HashSet<>();
        Arrays.stream(mail.getReceivedMessages()).forEach(message -> {
            try {
                sent.add(message.getMessageID());
            } catch (jakarta.mail.MessagingException failure) {
                throw new IllegalStateException(failure);
            }
        });
        List<String> completed = texts("select '<order-' || id || '@callboard>' from orders where state = 'COMPLETED'");
        completed.stream().filter(id -> !sent.contains(id)).map(id -> "no mail " + id).forEach(violations::add);
        sent.removeAll(texts("select '<order-' || id || '@callboard>' from orders where paid_by is not null"));
        sent.stream().map(id -> "a mail of nothing: " + id).forEach(violations::add);
    }

    private List<String> texts(String query) {
        return shop.database.transaction(tx -> tx.handle().createQuery(query).mapTo(String.class).list());
    }
}

package dev.callboard.sample;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import dev.callboard.orders.Order;
import dev.callboard.orders.ReservationRequest;
import dev.callboard.orders.Reservations;
import dev.callboard.payments.Payments;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.Shelves;
import dev.callboard.stock.Stock;
import dev.callboard.stock.StockLine;
import dev.callboard.tickets.Arrival;
import dev.callboard.tickets.JoinRequest;
import dev.callboard.tickets.Queues;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.Tickets;

/** A shop to try things on: queues, goods, people who buy and people who wait. All through the real commands. */
public final class SampleShop {
    /** Codes of its queues, as created by {@link #open}. */
    public static final List<String> QUEUES = List.of("A", "B", "C", "D");
    private static final List<String> QUEUE_NAMES = List.of("Click & Collect", "Service desk", "Returns",
            "Paint mixing");
    private static final Duration RESERVED_FOR = Duration.ofMinutes(10);

    /** The commands that fill it. */
    public record Commands(Queues queues, Tickets tickets, Stock stock, Shelves shelves, Reservations reservations,
            Payments payments) {}

    private final Commands commands;

    public SampleShop(Commands commands) {
        this.commands = commands;
    }

    /** True where nobody has opened the shop yet. */
    public boolean isNew() {
        return commands.queues().list().isEmpty();
    }

    /** True where it was opened by {@link #open}, and not by somebody with goods of their own. */
    public boolean isSample() {
        return commands.stock().list(List.of()).stream().map(report -> report.product().sku()).toList()
                .containsAll(SampleGoods.ALL.stream().map(SampleGoods.Good::sku).toList());
    }

    /** Opens the queues and puts the goods on the shelves. */
    public void open() {
        for (int queue = 0; queue < QUEUES.size(); queue++) {
            commands.queues().add(QUEUES.get(queue), QUEUE_NAMES.get(queue));
        }
        SampleGoods.ALL.forEach(good -> commands.stock()
                .receive(new Receipt(new StockLine(good.sku(), good.units()), good.name(), good.amount())));
        SampleGoods.ALL.forEach(good -> commands.shelves().put(good.sku(), good.shelf()));
    }

    /** A customer reserves one to three products and pays at the counter. @return the order's id */
    public UUID sell(int customer) {
        List<StockLine> lines = new ArrayList<>();
        for (int line = 0; line <= Math.floorMod(customer, 3); line++) {
            SampleGoods.Good good = SampleGoods.ALL.get(Math.floorMod(customer * 3 + line, SampleGoods.ALL.size()));
            lines.add(new StockLine(good.sku(), 1 + Math.floorMod(customer + line, 2)));
        }
        return sell(SamplePeople.at(customer), lines);
    }

    /** This customer buys these goods. @return the order's id */
    public UUID sell(String customer, List<StockLine> lines) {
        Order order = reserve(customer, lines);
        commands.payments().payAtCounter(order.uuid());
        return order.uuid();
    }

    /** This customer reserves these goods and has not paid yet. */
    public Order reserve(String customer, List<StockLine> lines) {
        return commands.reservations()
                .reserve(ReservationRequest.of(customer, SamplePeople.mail(customer), lines, RESERVED_FOR));
    }

    /** A visitor takes a number. @param order what it is about, or null */
    public Ticket join(String queue, String customer, boolean priority, UUID order) {
        return commands.tickets().join(new JoinRequest(queue, customer, priority ? 1 : 0, order, null));
    }

    /** As {@link #join}, at a kiosk. */
    Ticket joinAt(Arrival kiosk, String queue, String customer, UUID order) {
        return commands.tickets().join(new JoinRequest(queue, customer, 0, order, null, kiosk));
    }

    /** The commands behind the shop. */
    public Commands commands() {
        return commands;
    }
}

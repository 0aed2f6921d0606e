package dev.callboard.console.orders;

import java.util.List;
import java.util.Set;

import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.live.Topic;
import dev.callboard.orders.Order;
import dev.callboard.orders.OrderFilter;
import dev.callboard.orders.OrderQuestion;
import dev.callboard.orders.OrderRow;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Faults;
import dev.callboard.parts.Note;
import dev.callboard.parts.Rows;
import dev.callboard.refusals.NotPermitted;
import dev.callboard.parts.Sight;
import dev.callboard.triage.ActionResult;
import dev.callboard.triage.JobKey;
import dev.callboard.triage.OrderRound;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the Orders screen knows and can do; for the FX thread, without any node. */
public final class OrdersModel implements ScreenModel {
    private static final int PAGE = 200;

    private final Surroundings around;
    private final Faults.Source unread;
    private final OrdersServices shop;
    private final Sight<OrdersSnapshot> sight;
    private final Commands commands;
    private final Rows<OrderRow> rows = new Rows<>(OrderRow::id);
    private final ReadOnlyObjectWrapper<Order.OrderId> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<OrderCase> inspected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<NotPermitted> closed = new ReadOnlyObjectWrapper<>();
    private volatile OrderQuestion question = new OrderQuestion("", OrderFilter.ALL, PAGE);
    private boolean frozen;
    private boolean showFirst = true;

    public OrdersModel(Surroundings around, OrdersServices shop) {
        this.around = around;
        this.unread = around.faults().source();
        this.shop = shop;
        this.sight = around.sight(() -> shop.read(question), OrdersSnapshot::asOf);
        this.commands = around.commands();
        sight.snapshotProperty().addListener((property, before, now) -> arrived(now));
    }

    /** Begins to read. */
    @Override
    public void open() {
        sight.open();
        sight.watch(Set.of(Topic.orders()));
    }

    @Override
    public void close() {
        sight.close();
    }

    private void arrived(OrdersSnapshot now) {
        if (!question.equals(now.list().question())) {
            return;
        }
        if (frozen) {
            rows.refresh(now.list().rows());
        } else {
            rows.become(now.list().rows());
        }
        if (current.get() == null || showFirst) {
            showFirst = false;
            current.set(rows.isEmpty() ? null : rows.getFirst().id());
        }
        inspect();
    }

    /** While somebody reads the list it stands still; afterwards it catches up. */
    public void freeze(boolean freeze) {
        frozen = freeze;
        if (!freeze) {
            catchUp();
        }
    }

    /** Takes the news into a list that stands still. */
    public void catchUp() {
        var now = sight.snapshotProperty().get();
        if (now != null && question.equals(now.list().question())) {
            rows.become(now.list().rows());
        }
    }

    /** How many orders came, or came to the top, since the list stands still. */
    public long newer() {
        OrdersSnapshot now = sight.snapshotProperty().get();
        if (!frozen || now == null || rows.isEmpty() || !question.equals(now.list().question())) {
            return 0;
        }
        Order.OrderId top = rows.getFirst().id();
        return now.list().rows().stream().takeWhile(row -> !row.id().equals(top)).count();
    }

    /** Shows the orders that match; after a search is cleared the order in view stays. */
    public void search(String text) {
        if (!text.equals(question.match())) {
            boolean begins = !text.isEmpty();
            ask(new OrderQuestion(text, question.filter(), PAGE));
            showFirst = begins;
        }
    }

    public void filter(OrderFilter filter) {
        if (filter != question.filter()) {
            ask(new OrderQuestion(question.match(), filter, PAGE));
        }
    }

    private void ask(OrderQuestion next) {
        question = next;
        frozen = false;
        showFirst = true;
        sight.readNow();
    }

    /** Reads further rows, when the end of the list comes into sight. */
    public void readMore() {
        OrdersSnapshot now = sight.snapshotProperty().get();
        if (now != null && rows.size() >= question.limit() && now.list().total() > rows.size()) {
            question = new OrderQuestion(question.match(), question.filter(), question.limit() + PAGE);
            sight.readNow();
        }
    }

    /** Looks at one order. */
    public void look(Order.OrderId order) {
        if (!order.equals(current.get())) {
            current.set(order);
            inspect();
        }
    }

    /** Looks at the next ({@code 1}) or previous ({@code -1}) order of the list. */
    public void step(int by) {
        List<Order.OrderId> ids = rows.stream().map(OrderRow::id).toList();
        int there = ids.indexOf(current.get()) + by;
        if (there >= 0 && there < ids.size()) {
            look(ids.get(there));
        }
    }

    private void inspect() {
        Order.OrderId order = current.get();
        if (order == null) {
            inspected.set(null);
            return;
        }
        around.background().execute(() -> {
            try {
                OrderCase found = shop.read(order.uuid());
                unread.clear();
                around.fx().execute(() -> {
                    if (order.equals(current.get())) {
                        closed.set(null);
                        inspected.set(found);
                    }
                });
            } catch (NotPermitted refused) {
                around.fx().execute(() -> closed.set(refused));
            } catch (RuntimeException failure) {
                unread.report("An order could not be read", failure);
            }
        });
    }

    /** Runs the current order's job again, in the round that is shown. */
    public void retry() {
        Order order = inspected.get().order();
        JobKey key = new JobKey(shop.queue(), order.id().jobId());
        OrderRound seen = new OrderRound(order.uuid(), order.round());
        commands.run("orders.retry", () -> shop.jobs().actions().retry(key, seen), this::answered);
    }

    private void answered(ActionResult result) {
        commands.say(new Note(result.result().isSuccess() ? Note.Kind.INFORMATION : Note.Kind.WARNING,
                result.message()));
        sight.readNow();
    }

    /** The orders as they are shown. */
    public Rows<OrderRow> rows() {
        return rows;
    }

    OrderQuestion question() {
        return question;
    }

    public ReadOnlyObjectProperty<Order.OrderId> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Why the login may not see an order whole; null where it may. */
    ReadOnlyObjectProperty<NotPermitted> closedProperty() {
        return closed.getReadOnlyProperty();
    }

    /** The current order whole; null until it is read. */
    ReadOnlyObjectProperty<OrderCase> inspectedProperty() {
        return inspected.getReadOnlyProperty();
    }

    /** The current order whole, where what was read is of the current one. */
    OrderCase shown() {
        OrderCase found = inspected.get();
        return found != null && found.order().id().equals(current.get()) ? found : null;
    }

    @Override
    public Sight<OrdersSnapshot> sight() {
        return sight;
    }

    public Commands commands() {
        return commands;
    }

    OrdersServices shop() {
        return shop;
    }
}

package dev.callboard.console.stock;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.live.Topic;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Rows;
import dev.callboard.parts.Note;
import dev.callboard.parts.Sight;
import dev.callboard.stock.GateReconciler;
import dev.callboard.stock.LedgerCheck;
import dev.callboard.stock.Receipt;
import dev.callboard.stock.StockFilter;
import dev.callboard.stock.StockLine;
import dev.callboard.stock.StockQuestion;
import dev.callboard.stock.StockRow;
import dev.callboard.stock.WriteOff;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** What the Stock screen knows and can do; for the FX thread, without any node. */
public final class StockModel implements ScreenModel {
    private static final int PAGE = 200;

    /**
     * How the check of the ledger stands.
     *
     * @param looked products looked at so far
     * @param report how it ended, or null while it runs
     */
    record Checking(long looked, LedgerCheck.Report report, java.time.Instant at) {}

    private final Surroundings around;
    private final StockServices shop;
    private final DriftWatch drift;
    private final Sight<StockSnapshot> sight;
    private final Commands commands;
    private final Rows<StockRow> rows = new Rows<>(row -> row.product().sku());
    private final ReadOnlyObjectWrapper<String> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Checking> checking = new ReadOnlyObjectWrapper<>();
    private volatile StockQuestion question = new StockQuestion("", StockFilter.ALL,
            new StockQuestion.Order(StockQuestion.Column.NAME, false), List.of(), PAGE);
    private volatile String shownSku;
    private volatile boolean stopCheck;
    private boolean showFirst = true;

    public StockModel(Surroundings around, StockServices shop) {
        this.around = around;
        this.shop = shop;
        this.drift = new DriftWatch(shop.gate()::differences, shop.patience(), around.clock()::nanos);
        this.sight = around.sight(() -> shop.read(question, shownSku, drift), StockSnapshot::asOf);
        this.commands = around.commands();
        sight.snapshotProperty().addListener((property, before, now) -> arrived(now));
    }

    /** Begins to read; the ledger is checked once. */
    @Override
    public void open() {
        sight.open();
        if (checking.get() == null) {
            check();
        }
    }

    /** Stops reading. */
    @Override
    public void close() {
        stopCheck = true;
        sight.close();
    }

    private void arrived(StockSnapshot now) {
        if (!question.equals(now.asked())) {
            return;
        }
        rows.become(now.list().rows());
        Set<Topic> topics = new HashSet<>();
        rows.stream().limit(PAGE).forEach(row -> topics.add(Topic.product(row.product().sku())));
        topics.add(Topic.orders());
        sight.watch(topics);
        boolean gone = current.get() == null || showFirst;
        if (gone && !rows.isEmpty()) {
            showFirst = false;
            look(rows.getFirst().product().sku());
        }
    }

    public void search(String text) {
        if (!text.equals(question.match())) {
            showFirst = !text.isEmpty();
            ask(text, question.filter(), question.order(), PAGE);
        }
    }

    public void filter(StockFilter filter) {
        showFirst = true;
        ask(question.match(), filter, question.order(), PAGE);
    }

    /** Sorts on the server; every row, not only those read. */
    public void sort(StockQuestion.Order order) {
        if (!order.equals(question.order())) {
            ask(question.match(), question.filter(), order, PAGE);
        }
    }

    /** Reads further rows, when the end of the list comes into sight. */
    public void readMore() {
        StockSnapshot now = sight.snapshotProperty().get();
        if (now != null && rows.size() >= question.limit() && now.list().total() > rows.size()) {
            ask(question.match(), question.filter(), question.order(), question.limit() + PAGE);
        }
    }

    private void ask(String match, StockFilter filter, StockQuestion.Order order, int limit) {
        question = new StockQuestion(match, filter, order, List.of(), limit);
        sight.readNow();
    }

    /** Looks at one product. */
    public void look(String sku) {
        if (!sku.equals(shownSku)) {
            shownSku = sku;
            current.set(sku);
            sight.readNow();
        }
    }

    /** Books goods of a product. */
    public void receive(String sku, long units, String delivery) {
        Receipt receipt = new Receipt(new StockLine(sku, units), null, null, delivery);
        commands.run("stock.receive", () -> shop.stock().receive(receipt), done -> changed(
                around.texts().of("stock.received", units, done.product().sku())));
    }

    /** Takes units of a product out of stock for good; at most what is available. */
    public void writeOff(String sku, long units, String reason) {
        StockLine goods = new StockLine(sku, units);
        commands.run("stock.write_off", () -> shop.stock().writeOff(goods, reason), done -> changed(words(done)));
    }

    /** Whether a question about stock may still be answered with yes. */
    GoOn question(Right right) {
        return GoOn.within(around, right, sight, commands);
    }

    private String words(WriteOff done) {
        return done.shortfall() == 0 ? around.texts().of("stock.written_off", done.taken(), done.sku())
                : around.texts().of("stock.written_off_short", done.taken(), done.sku(), done.shortfall());
    }

    /** Compares gate and Postgres and mends what differs. */
    public void correctGate() {
        commands.run("stock.correct", shop.reconciler()::reconcile, mended -> changed(words(mended)));
    }

    private String words(GateReconciler.Mended mended) {
        return mended.isNothing() ? around.texts().of("stock.nothing_to_mend")
                : around.texts().of("stock.mended", mended.staleProducts(), mended.droppedHolds(),
                        mended.restoredHolds());
    }

    private void changed(String words) {
        commands.say(new Note(Note.Kind.INFORMATION, words));
        lookAgain();
    }

    /** Reads again, the whole gate too. */
    void lookAgain() {
        drift.lookAgain();
        sight.readNow();
    }

    /** Adds up the whole ledger, or stops doing so. */
    public void check() {
        if (checking.get() != null && checking.get().report() == null) {
            stopCheck = true;
            return;
        }
        stopCheck = false;
        checking.set(new Checking(0, null, null));
        around.background().execute(() -> {
            try {
                LedgerCheck.Report report = shop.check().run(
                        looked -> around.fx().execute(() -> checking.set(new Checking(looked, null, null))),
                        () -> stopCheck);
                around.fx().execute(() -> checking
                        .set(new Checking(report.checked(), report, around.clock().nowProperty().get())));
            } catch (RuntimeException failure) {
                around.faults().report("The ledger could not be checked", failure);
                around.fx().execute(() -> checking.set(null));
            }
        });
    }

    /** The products as they are shown. */
    public ObservableList<StockRow> rows() {
        return rows;
    }

    StockQuestion question() {
        return question;
    }

    /** SKU of the product in view. */
    public ReadOnlyObjectProperty<String> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** The check of the ledger; null before the first. */
    ReadOnlyObjectProperty<Checking> checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    /** Why stock cannot be changed from here; null where it can. */
    String against() {
        if (sight.staleProperty().get()) {
            return around.texts().of("desk.why.stale");
        }
        if (commands.inFlightProperty().get() != null) {
            return around.texts().of("desk.why.in_flight");
        }
        return current.get() == null ? around.texts().of("stock.why.none") : null;
    }

    @Override
    public Sight<StockSnapshot> sight() {
        return sight;
    }

    public Commands commands() {
        return commands;
    }
}

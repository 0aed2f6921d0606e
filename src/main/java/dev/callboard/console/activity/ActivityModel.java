package dev.callboard.console.activity;

import java.nio.file.Path;
import java.util.Set;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.ScreenModel;
import dev.callboard.console.Surroundings;
import dev.callboard.live.Topic;
import dev.callboard.parts.Commands;
import dev.callboard.parts.Rows;
import dev.callboard.parts.Note;
import dev.callboard.parts.Sight;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;

/** What the Activity screen knows and can do; for the FX thread, without any node. */
public final class ActivityModel implements ScreenModel {
    private static final int PAGE = 200;

    private final Surroundings around;
    private final ActivityServices shop;
    private final Sight<ActivitySnapshot> sight;
    private final Commands commands;
    private final Rows<AuditRow> rows = new Rows<>(AuditRow::id);
    private final ReadOnlyObjectWrapper<AuditRow> current = new ReadOnlyObjectWrapper<>();
    private volatile ActivitySnapshot.Question question = new ActivitySnapshot.Question("", PAGE);

    public ActivityModel(Surroundings around, ActivityServices shop) {
        this.around = around;
        this.shop = shop;
        this.sight = around.sight(() -> shop.read(question), ActivitySnapshot::asOf);
        this.commands = around.commands();
        sight.snapshotProperty().addListener((property, before, now) -> arrived(now));
    }

    /** Begins to read. */
    @Override
    public void open() {
        sight.open();
        sight.watch(Set.of(Topic.orders()));
    }

    /** Stops reading. */
    @Override
    public void close() {
        sight.close();
    }

    private void arrived(ActivitySnapshot now) {
        if (!question.equals(now.question())) {
            return;
        }
        rows.become(now.page().rows());
        boolean still = current.get() != null && rows.stream().anyMatch(row -> row.id() == current.get().id());
        if (!still) {
            current.set(rows.isEmpty() ? null : rows.getFirst());
        }
    }

    public void search(String text) {
        if (!text.equals(question.text())) {
            question = new ActivitySnapshot.Question(text, PAGE);
            sight.readNow();
        }
    }

    /** Reads further rows, when the end of the list comes into sight. */
    public void readMore() {
        ActivitySnapshot now = sight.snapshotProperty().get();
        if (now != null && rows.size() >= question.limit() && now.page().total() > rows.size()) {
            question = new ActivitySnapshot.Question(question.text(), question.limit() + PAGE);
            sight.readNow();
        }
    }

    public void look(AuditRow row) {
        current.set(row);
    }

    /** Writes every entry that matches, read or not. */
    public void export(Path file) {
        String text = question.text();
        commands.run("activity.export", () -> shop.export().write(shop.query(text), file),
                written -> commands.say(new Note(Note.Kind.INFORMATION,
                        around.texts().of("activity.exported", written, file.toString()))));
    }

    /** The entries as they are shown. */
    public ObservableList<AuditRow> rows() {
        return rows;
    }

    ActivitySnapshot.Question question() {
        return question;
    }

    /** The entry in view; null where there is none. */
    public ReadOnlyObjectProperty<AuditRow> currentProperty() {
        return current.getReadOnlyProperty();
    }

    @Override
    public Sight<ActivitySnapshot> sight() {
        return sight;
    }

    public Commands commands() {
        return commands;
    }
}

package dev.callboard.console.triage;

import java.util.List;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.parts.Presence;
import dev.callboard.triage.FailedJob;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** What Triage says of the ticked rows: that the list stands still since, what moved, how many they are, what is at stake. */
final class TickedRows {
    private final Surroundings around;
    private final TriageModel model;
    private final CheckBox tickAll;
    private final Note note;
    private final Bar bar;

    /** Over the list. */
    record Head(CheckBox tickAll, Note note) {}

    /** The line that says that the list stands still. */
    record Note(FontIcon icon, Label frozen, Label moved, Hyperlink newer) {}

    /** Under the list. */
    record Bar(Region box, CheckBox untick, Label count, Label stake, Hyperlink tickMatching) {}

    /** @param changed draws everything that depends on the ticks */
    TickedRows(Surroundings around, TriageModel model, Head head, Bar bar, Runnable changed) {
        this.around = around;
        this.model = model;
        this.tickAll = head.tickAll();
        this.note = head.note();
        this.bar = bar;
        tickAll.setOnAction(press -> {
            model.toggleAll();
            changed.run();
        });
        bar.untick().setOnAction(press -> {
            model.clearTicks();
            changed.run();
        });
        note.newer().setOnAction(press -> {
            model.list().addNewer(model.sight().snapshotProperty().get());
            changed.run();
        });
        bar.tickMatching().setOnAction(press -> model.tickMatching());
        Labels.tipped(note.moved());
    }

    void draw() {
        List<FailedJob> chosen = model.list().ticks().chosen(model.rows());
        TriageSnapshot now = model.sight().snapshotProperty().get();
        boolean any = !chosen.isEmpty();
        Presence.show(bar.box(), any);
        Presence.show(note.icon(), any);
        Presence.show(note.frozen(), any);
        Presence.show(note.moved(), any);
        int fresh = any ? model.list().newer(now).size() : 0;
        Presence.show(note.newer(), fresh > 0);
        note.newer().setText(around.texts().of("triage.newer", fresh));
        tickAll.setSelected(any && model.list().open().stream().allMatch(model.list().ticks()::has));
        tickAll.setIndeterminate(any && !tickAll.isSelected());
        bar.untick().setIndeterminate(true);
        boolean more = any && tickAll.isSelected() && now != null && now.matching().size() > chosen.size();
        Presence.show(bar.tickMatching(), more);
        if (any) {
            note.frozen().setText(around.texts().of("triage.frozen",
                    around.formats().seconds(model.list().ticks().frozenAt())));
            note.moved().setText(around.texts().of("triage.frozen.note", model.list().moved().size()));
            bar.count().setText(around.texts().of("triage.selected", chosen.size()));
            bar.stake().setText(around.formats().money(FailedJob.stake(chosen)));
            bar.tickMatching().setText(more ? around.texts().of("triage.tick_matching", now.matching().size()) : "");
        }
    }
}

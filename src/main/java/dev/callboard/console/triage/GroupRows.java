package dev.callboard.console.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.callboard.console.Connection;
import dev.callboard.console.ErrorWords;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.triage.FailureGroup;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The kinds of error at the left, the commonest first; a click shows only those, with Ctrl these too. */
final class GroupRows {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass MINE = PseudoClass.getPseudoClass("mine");
    private static final int SHOWN = 50;
    private final VBox box;
    private final Surroundings around;
    private final TriageModel model;
    private List<Object> drawn = List.of();
    private boolean adding;

    GroupRows(VBox box, Surroundings around, TriageModel model) {
        this.box = box;
        this.around = around;
        this.model = model;
    }

    void show(List<FailureGroup> groups) {
        TriageFilter filter = model.filter();
        Set<String> chosen = groups.stream().filter(filter::names).map(FailureGroup::fingerprint)
                .collect(Collectors.toSet());
        List<Object> now = List.of(groups, chosen);
        if (!now.equals(drawn)) {
            drawn = now;
            box.getChildren().setAll(groups.stream().limit(SHOWN)
                    .map(group -> row(group, chosen.contains(group.fingerprint()))).toList());
        }
    }

    /** The group's name: its error, and the step that failed. */
    static String name(FailureGroup group, Surroundings around) {
        return ErrorWords.group(group.error(), group.step(), around.texts());
    }

    private Node row(FailureGroup group, boolean chosen) {
        Label error = Labels.of(name(group, around), "dense", "semibold");
        error.setMinWidth(0);
        HBox.setHgrow(error, Priority.ALWAYS);
        error.setMaxWidth(Double.MAX_VALUE);
        Label count = Labels.whole(around.formats().count(group.count()), "semibold");
        HBox first = new HBox(8, error, count);
        first.setAlignment(Pos.CENTER_LEFT);
        HBox second = new HBox(8, new HourBars(group.hourly()), Labels.of(when(group), "caption", "muted"),
                Labels.space());
        second.setAlignment(Pos.CENTER_LEFT);
        if (group.claim() != null) {
            second.getChildren().add(initials(group));
        }
        VBox both = new VBox(6, first, second);
        both.setPrefWidth(240);
        Button row = new Button(null, both);
        row.getStyleClass().setAll("group-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new Tooltip(group.fingerprint() + "\n" + group.error()));
        row.pseudoClassStateChanged(CHOSEN, chosen);
        row.setAccessibleText(around.texts().of("triage.group.spoken", group.error(), group.count()));
        row.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> adding = press.isShortcutDown());
        row.setOnAction(press -> choose(group.fingerprint()));
        return row;
    }

    private Node initials(FailureGroup group) {
        String login = group.claim().login();
        Label initials = Labels.of(Connection.initials(login), "claim");
        initials.pseudoClassStateChanged(MINE, group.claim().mine());
        initials.setTooltip(new Tooltip(around.texts().of("triage.claimed_by", login)
                + (group.claim().note() == null ? "" : "\n" + group.claim().note())));
        return initials;
    }

    private void choose(String fingerprint) {
        Set<String> chosen = new HashSet<>(model.filter().groups());
        boolean was = chosen.remove(fingerprint);
        if (!adding) {
            chosen.clear();
        }
        if (!was) {
            chosen.add(fingerprint);
        }
        adding = false;
        model.filter(model.filter().ofGroups(chosen));
    }

    private String when(FailureGroup group) {
        if (group.first() == null) {
            return "";
        }
        var now = around.clock().nowProperty().get();
        String first = around.formats().minutesOrWeekday(group.first(), now);
        String last = around.formats().minutesOrWeekday(group.last(), now);
        return first.equals(last) ? first : around.texts().of("triage.from_to", first, last);
    }
}

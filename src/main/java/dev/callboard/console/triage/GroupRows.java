package dev.callboard.console.triage;

import java.util.List;
import java.util.function.Consumer;

import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import dev.callboard.jobs.JobGroup;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The kinds of error at the left, the commonest first; a click shows only those. */
final class GroupRows {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int SHOWN = 50;
    private final VBox box;
    private final Surroundings around;
    private final Consumer<String> search;
    private List<Object> drawn = List.of();

    GroupRows(VBox box, Surroundings around, Consumer<String> search) {
        this.box = box;
        this.around = around;
        this.search = search;
    }

    void show(List<JobGroup> groups, String match) {
        List<Object> now = List.of(groups, match);
        if (!now.equals(drawn)) {
            drawn = now;
            box.getChildren().setAll(groups.stream().limit(SHOWN).map(group -> row(group, match)).toList());
        }
    }

    private Node row(JobGroup group, String match) {
        Label error = Labels.of(group.error().isBlank() ? around.texts().of("triage.no_error") : group.error(), "dense",
                "medium");
        error.setMinWidth(0);
        HBox.setHgrow(error, Priority.ALWAYS);
        error.setMaxWidth(Double.MAX_VALUE);
        Label count = Labels.whole(around.formats().count(group.count()), "semibold");
        Label when = Labels.of(when(group), "caption", "muted");
        HBox first = new HBox(8, error, count);
        first.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        VBox both = new VBox(4, first, new HBox(when, new Region()));
        both.setPrefWidth(240);
        Button row = new Button(null, both);
        row.getStyleClass().setAll("group-row");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setTooltip(new Tooltip(group.fingerprint() + "\n" + group.error()));
        String wanted = constantPart(group.fingerprint());
        row.pseudoClassStateChanged(CHOSEN, !match.isEmpty() && match.equals(wanted));
        row.setAccessibleText(around.texts().of("triage.group.spoken", group.error(), group.count()));
        row.setOnAction(press -> search.accept(match.equals(wanted) ? "" : wanted));
        return row;
    }

    private String when(JobGroup group) {
        if (group.first() == null) {
            return "";
        }
        var now = around.clock().nowProperty().get();
        String first = around.formats().minutesOrDay(group.first(), now);
        String last = around.formats().minutesOrDay(group.last(), now);
        return first.equals(last) ? first : around.texts().of("triage.from_to", first, last);
    }

    /** The longest piece of a fingerprint that is the same in every error of the group. */
    static String constantPart(String fingerprint) {
        String longest = "";
        for (String piece : fingerprint.split("<(uuid|text|n)>")) {
            if (piece.strip().length() > longest.length()) {
                longest = piece.strip();
            }
        }
        return longest;
    }
}

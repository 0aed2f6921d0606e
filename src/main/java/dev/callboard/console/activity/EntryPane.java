package dev.callboard.console.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;

import dev.callboard.audit.AuditRow;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Labels;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One entry whole: who, why, and line by line what it was and what it became. */
final class EntryPane {
    private static final double NAME = 96;

    private final Surroundings around;
    private final VBox facts = new VBox(6);
    private final VBox changes = new VBox();
    private final VBox body = new VBox(16);
    private final ScrollPane node = new ScrollPane(body);

    EntryPane(Surroundings around) {
        this.around = around;
        changes.getStyleClass().add("changes");
        body.getStyleClass().add("inspector-body");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setFocusTraversable(false);
        VBox.setVgrow(node, javafx.scene.layout.Priority.ALWAYS);
    }

    /** The duty first: it says more than the login that all of them share, and a narrow column shows it whole. */
    static String who(AuditRow row) {
        return row.duty() == null ? row.actor() : row.duty() + ", " + row.actor();
    }

    /** @param subject what the entry is about, as people call it */
    void show(AuditRow row, String subject) {
        body.getChildren().clear();
        if (row == null) {
            return;
        }
        facts.getChildren().setAll(fact("activity.column.who", who(row)),
                fact("activity.column.when",
                        around.formats().secondsOrDay(row.at(), around.clock().nowProperty().get())),
                fact("activity.column.subject", subject),
                fact("activity.column.reason", row.reason() == null ? "" : row.reason()),
                fact("activity.entry", String.valueOf(row.id())));
        changes.getChildren().setAll(lines(row.before(), row.after()));
        body.getChildren().setAll(Labels.wrapped(around.texts().named("action", row.action()), "title"), facts,
                Labels.of(around.texts().of("activity.changes"), "dense", "semibold", "muted"), changes);
    }

    private Node fact(String key, String value) {
        Label name = Labels.of(around.texts().of(key), "dense", "muted");
        name.setMinWidth(NAME);
        Label words = Labels.wrapped(value, "dense", "medium");
        return new HBox(12, name, words);
    }

    /** What went in one ink, what came in another, what stayed in none. */
    private List<Node> lines(JsonNode before, JsonNode after) {
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        List<Node> lines = new ArrayList<>();
        for (String name : names) {
            if (before.path(name).equals(after.path(name))) {
                lines.add(line("  " + name + ": " + before.path(name), "same"));
                continue;
            }
            if (before.has(name)) {
                lines.add(line("− " + name + ": " + before.path(name), "gone"));
            }
            if (after.has(name)) {
                lines.add(line("+ " + name + ": " + after.path(name), "new"));
            }
        }
        if (lines.isEmpty()) {
            lines.add(line(around.texts().of("activity.no_change"), "same"));
        }
        return lines;
    }

    private static Node line(String text, String kind) {
        Label line = Labels.wrapped(text, "mono", "caption", "change", kind);
        line.setMaxWidth(Double.MAX_VALUE);
        return line;
    }

    Node node() {
        return node;
    }
}

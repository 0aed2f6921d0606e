package dev.callboard.console.connect;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;

import javafx.scene.control.Label;

/** What is to be said of a service: one word at its head, and one line under its hosts. */
final class FindingLine {
    private final Texts texts;
    private final Label state = Labels.of("", "state");
    private final Label line = Labels.wrapped("", "line");

    FindingLine(Texts texts) {
        this.texts = texts;
        say(line, null, true);
    }

    /** For the head of the card. */
    Label state() {
        return state;
    }

    /** For the row under the hosts; takes no room while there is nothing to say. */
    Label line() {
        return line;
    }

    /**
     * Says it.
     *
     * @param problem of the hosts as they are typed, or null
     * @param finding of the last test, or null
     */
    void show(Problem problem, Finding finding) {
        say(state, problem == null && finding != null ? finding.headline() : null, finding != null && finding.good());
        say(line, problem != null ? problem : finding == null ? null : finding.detail(),
                problem == null && (finding == null || finding.good()));
    }

    /** As {@link #show}, where the head has no room: the word comes down into the line. */
    void showInLine(Problem problem, Finding finding) {
        show(problem, finding);
        if (problem == null && finding != null && finding.detail() == null) {
            say(line, finding.headline(), finding.good());
        }
    }

    private void say(Label label, Problem words, boolean good) {
        label.getStyleClass().removeAll("success-text", "failed-text");
        String ink = good ? "success-text" : "failed-text";
        label.getStyleClass().add(ink);
        label.setText(words == null ? "" : words.words(texts));
        FontIcon icon = new FontIcon(!good ? "fth-alert-circle" : label == state ? "fth-check-circle" : "fth-check");
        icon.getStyleClass().add(ink);
        label.setGraphic(words == null ? null : icon);
        label.setManaged(words != null);
        label.setVisible(words != null);
    }
}

package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Where something could not be read: what, of what, and what happens next. */
public final class ErrorState extends VBox {
    private static final String WRONG = "fth-alert-octagon";
    private static final String LOCKED = "fth-lock";

    private final Label what = Labels.wrapped("", "title");
    private final Label why = Labels.wrapped("", "dense", "muted");
    private final Label details = Labels.wrapped("", "details");
    private final ActionButton again = new ActionButton();
    private final Label next = Labels.whole("", "caption", "muted");
    private final FontIcon icon = new FontIcon();
    private String copied = "";

    public ErrorState(Texts texts) {
        getStyleClass().addAll("empty", "bad");
        setAccessibleRole(AccessibleRole.TEXT);
        why.setMaxWidth(360);
        what.setMaxWidth(360);
        details.setMaxWidth(USE_PREF_SIZE);
        again.setText(texts.of("error.try_again"));
        again.setIcon("fth-refresh-cw");
        again.setKeys("F5");
        ActionButton copy = new ActionButton();
        copy.setText(texts.of("error.copy"));
        copy.setIcon("fth-copy");
        copy.setOnAction(press -> copy());
        HBox buttons = new HBox(8, again, copy);
        buttons.getStyleClass().add("buttons");
        icon.setIconLiteral(WRONG);
        getChildren().addAll(icon, what, why, details, buttons, next);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(copied);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /**
     * Says what went wrong.
     *
     * @param shortDetails two lines at most: which server, when and what was asked
     * @param everything what Copy details copies
     */
    public void show(String title, String reason, String shortDetails, String everything) {
        icon.setIconLiteral(WRONG);
        if (!getStyleClass().contains("bad")) {
            getStyleClass().add("bad");
        }
        what.setText(title);
        why.setText(reason);
        details.setText(shortDetails);
        Presence.show(details, !shortDetails.isEmpty());
        copied = everything;
        setAccessibleText(title + ". " + reason);
    }

    /** Says that nothing is wrong but that the login may not see it. @param reason of the servers */
    public void forbid(String title, String words, String reason, String everything) {
        show(title, words, reason, everything);
        icon.setIconLiteral(LOCKED);
        getStyleClass().remove("bad");
    }

    /** What pressing Try again does. */
    public void onTryAgain(Runnable retry) {
        again.setOnAction(press -> retry.run());
    }

    /** When it is tried again by itself, in words; empty for never. */
    public void sayNext(String words) {
        next.setText(words);
    }
}

package dev.callboard.parts;

import org.kordamp.ikonli.javafx.FontIcon;

import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/**
 * A button that says what it does, by which key, and, when it cannot be pressed, why not.
 *
 * <p>It is disabled exactly while it has a reason or its command is under way; the reason is its tooltip (on this
 * wrapper, since a disabled node shows none) and its accessible help.
 */
public final class ActionButton extends StackPane {
    private final Button button = new Button();
    private final Label words = new Label();
    private final Label detail = new Label();
    private final HBox keyHints = new HBox();
    private final StringProperty icon = new SimpleStringProperty();
    private final StringProperty keys = new SimpleStringProperty();
    private final StringProperty reason = new SimpleStringProperty();
    private final BooleanProperty inFlight = new SimpleBooleanProperty();
    private final StringProperty lock = new SimpleStringProperty();
    private final ObservableValue<String> against = Bindings.createStringBinding(
            () -> lock.get() == null ? reason.get() : lock.get(), lock, reason);
    private final Tooltip why = new Tooltip();

    public ActionButton() {
        getStyleClass().add("action");
        HBox content = new HBox(words, detail, keyHints);
        content.getStyleClass().add("content");
        keyHints.getStyleClass().add("keys");
        detail.getStyleClass().add("quiet");
        words.setMinWidth(USE_PREF_SIZE);
        detail.setMinWidth(USE_PREF_SIZE);
        content.setMinWidth(USE_PREF_SIZE);
        button.setMinWidth(USE_PREF_SIZE);
        button.setMinHeight(USE_PREF_SIZE);
        setMinHeight(USE_PREF_SIZE);
        setMaxHeight(USE_PREF_SIZE);
        hideWhenEmpty(words);
        keyHints.managedProperty().bind(Bindings.isNotEmpty(keyHints.getChildren()));
        hideWhenEmpty(detail);
        button.setGraphic(content);
        button.setMnemonicParsing(false);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.disableProperty().bind(lock.isNotNull().or(reason.isNotNull()).or(inFlight));
        button.accessibleHelpProperty().bind(against);
        button.accessibleTextProperty().bind(Bindings.createStringBinding(this::spoken, words.textProperty(),
                accessibleTextProperty(), detail.textProperty()));
        getChildren().add(button);
        icon.addListener(change -> drawIcon());
        inFlight.addListener(change -> drawIcon());
        lock.addListener(change -> drawIcon());
        keys.addListener(change -> drawKeys());
        against.addListener((property, before, now) -> explain(now));
    }

    private static void hideWhenEmpty(Label label) {
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.managedProperty());
    }

    private String spoken() {
        String said = getAccessibleText() == null ? words.getText() : getAccessibleText();
        return detail.getText().isEmpty() ? said : said + " " + detail.getText();
    }

    private void drawIcon() {
        HBox content = (HBox) button.getGraphic();
        content.getChildren().removeIf(node -> node instanceof FontIcon || node instanceof Spinner);
        Node first = picture();
        if (first != null) {
            content.getChildren().addFirst(first);
        }
    }

    private Node picture() {
        if (inFlight.get()) {
            return new Spinner(16);
        }
        if (lock.get() != null) {
            return new FontIcon("fth-lock");
        }
        return icon.get() == null ? null : new FontIcon(icon.get());
    }

    private void drawKeys() {
        keyHints.getChildren().clear();
        if (!keys.get().isEmpty()) {
            for (String key : keys.get().split(",")) {
                keyHints.getChildren().add(new KeyHint(key));
            }
        }
    }

    private void explain(String now) {
        if (now == null) {
            Tooltip.uninstall(this, why);
        } else {
            why.setText(now);
            Tooltip.install(this, why);
        }
    }

    /** Presses it, as a click or its key would; nothing happens while it is disabled. */
    public void fire() {
        button.fire();
    }

    /** The control itself, for focus. */
    public Button button() {
        return button;
    }

    /** Makes it the one primary button of its group, or an ordinary one again. */
    public void setEmphasized(boolean emphasized) {
        if (emphasized == button.getStyleClass().contains("primary")) {
            return;
        }
        if (emphasized) {
            button.getStyleClass().add("primary");
        } else {
            button.getStyleClass().remove("primary");
        }
    }

    public void setOnAction(EventHandler<ActionEvent> handler) {
        button.setOnAction(handler);
    }

    public EventHandler<ActionEvent> getOnAction() {
        return button.getOnAction();
    }

    /** Null while the button may be pressed. */
    public StringProperty disabledReasonProperty() {
        return reason;
    }

    public BooleanProperty inFlightProperty() {
        return inFlight;
    }

    /** Why the login may never press it, shown by a lock for its icon and before any other reason; null where it may. */
    public StringProperty lockProperty() {
        return lock;
    }

    /** Why it cannot be pressed now, or null. */
    public ObservableValue<String> against() {
        return against;
    }

    public StringProperty textProperty() {
        return words.textProperty();
    }

    public String getText() {
        return words.getText();
    }

    public void setText(String text) {
        words.setText(text);
    }

    /** A quieter word after the text, for example the seconds left. */
    public StringProperty detailProperty() {
        return detail.textProperty();
    }

    public String getIcon() {
        return icon.get();
    }

    public void setIcon(String literal) {
        icon.set(literal);
    }

    public String getKeys() {
        return keys.get();
    }

    /** Names of the keys that press it, separated by commas; empty for none. */
    public void setKeys(String names) {
        keys.set(names);
    }

    /** Style classes of the button itself, separated by spaces: {@code primary large}. */
    public void setKind(String classes) {
        button.getStyleClass().addAll(classes.split(" "));
    }

    public String getKind() {
        return String.join(" ", button.getStyleClass());
    }
}

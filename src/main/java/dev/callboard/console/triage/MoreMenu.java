package dev.callboard.console.triage;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What else may be done to the job in view; what may not be done now stays there, greyed, and says why. */
final class MoreMenu {
    private final Surroundings around;
    private final Acts acts;
    private final MenuItem discard;

    /** What its items do. */
    record Acts(Runnable edit, Runnable copy, Runnable claim, TriageActions discarding) {}

    MoreMenu(MenuButton button, Surroundings around, Acts acts) {
        this.around = around;
        this.acts = acts;
        this.discard = item("triage.discard", "fth-trash-2", "D", acts.discarding()::discard);
        button.getItems().setAll(item("triage.payload.edit", "fth-edit-2", "E", acts.edit()),
                item("triage.key.copy", "fth-copy", "Ctrl+C", acts.copy()),
                item("triage.key.claim", "fth-user-check", "M", acts.claim()), new SeparatorMenuItem(), discard);
        button.setOnShowing(opening -> judge());
    }

    private MenuItem item(String key, String icon, String keys, Runnable act) {
        MenuItem item = new MenuItem(around.texts().of(key) + "   " + keys, new FontIcon(icon));
        item.setMnemonicParsing(false);
        item.setOnAction(press -> act.run());
        return item;
    }

    private void judge() {
        String against = acts.discarding().againstDiscard();
        discard.setDisable(against != null);
        ((FontIcon) discard.getGraphic())
                .setIconLiteral(around.rights().against(Right.ORDERS) == null ? "fth-trash-2" : "fth-lock");
        discard.setText(around.texts().of("triage.discard") + "   " + (against == null ? "D" : against));
    }
}

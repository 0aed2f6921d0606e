package dev.callboard.console.triage;

import java.util.List;

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
    private final List<Judged> judged;

    /** What its items do. */
    record Acts(Runnable edit, Runnable copy, Runnable claim, TriageActions actions) {}

    /** An item that is closed where its right is missing or the rows are not to be acted on. */
    private record Judged(MenuItem item, Face face, Right right) {}

    /** How an item looks while it is open. */
    private record Face(String key, String icon, String keys) {}

    MoreMenu(MenuButton button, Surroundings around, Acts acts) {
        this.around = around;
        this.acts = acts;
        Judged edit = judged(new Face("triage.payload.edit", "fth-edit-2", "E"), acts.edit(), Right.RETRY);
        Judged claim = judged(new Face("triage.key.claim", "fth-user-check", "M"), acts.claim(), Right.CLAIMS);
        Judged discard = judged(new Face("triage.discard", "fth-trash-2", "D"), acts.actions()::discard,
                Right.ORDERS);
        this.judged = List.of(edit, claim, discard);
        button.getItems().setAll(edit.item(), item(new Face("triage.key.copy", "fth-copy", "Ctrl+C"), acts.copy()),
                claim.item(), new SeparatorMenuItem(), discard.item());
        button.setOnShowing(opening -> judged.forEach(this::judge));
    }

    private Judged judged(Face face, Runnable act, Right right) {
        return new Judged(item(face, act), face, right);
    }

    private MenuItem item(Face face, Runnable act) {
        MenuItem item = new MenuItem(words(face.key(), face.keys()), new FontIcon(face.icon()));
        item.setMnemonicParsing(false);
        item.setOnAction(press -> act.run());
        return item;
    }

    private String words(String key, String after) {
        return around.texts().of(key) + "   " + after;
    }

    private void judge(Judged one) {
        String against = acts.actions().against(one.right());
        one.item().setDisable(against != null);
        ((FontIcon) one.item().getGraphic())
                .setIconLiteral(around.rights().against(one.right()) == null ? one.face().icon() : "fth-lock");
        one.item().setText(words(one.face().key(), against == null ? one.face().keys() : against));
    }
}

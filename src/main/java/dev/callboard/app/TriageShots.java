package dev.callboard.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

import dev.callboard.parts.Theme;
import dev.callboard.sample.FixtureDay;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** Pictures of Triage: the list with a run behind it, every tab of one job, and the dialog that cancels its order. */
final class TriageShots {
    private static final double RESULT_WIDTH = 720;
    private static final double RESULT_HEIGHT = 560;
    private static final String QUERY = "error:smtp failed:today stake:>20";
    private static final double TAB_WIDTH = 410;
    private static final double TAB_HEIGHT = 774;
    private static final int OTHER_TABS = 4;

    private final Fixture fixture;
    private final ConsoleFace face;
    private final WindowHand hand;
    private final Pictures pictures;

    /**
     * Where the pictures go.
     *
     * @param shoot writes the window under that name, in each theme
     */
    record Pictures(Path out, List<Theme> themes, Function<String, List<Path>> shoot) {}

    TriageShots(Fixture fixture, ConsoleFace face, Pictures pictures) {
        this.fixture = fixture;
        this.face = face;
        this.hand = new WindowHand(face.window().scene());
        this.pictures = pictures;
    }

    /**
     * Takes the list and the tabs of one of its jobs; from here on a colleague has retried another one.
     *
     * @param trouble has begun
     * @param popovers takes those of Triage
     * @return the pictures written
     */
    List<Path> list(FixtureTrouble trouble, PopoverShots popovers) {
        tick(trouble, popovers);
        List<Path> files = new ArrayList<>(pictures.shoot().apply("triage"));
        bulk(popovers);
        files.addAll(tabs());
        return files;
    }

    /** Ticks what the query means; one of the rows moves away before the picture is taken. */
    private void tick(FixtureTrouble trouble, PopoverShots popovers) {
        fixture.holdClockAt(FixtureDay.momentOf("14:05:40"));
        go("");
        hand.awaitText("Niamh Gallagher");
        popovers.takeSearch();
        go(QUERY);
        hand.awaitText("38 of");
        hand.awaitText("of 142");
        for (int row = 0; row < FixtureDay.WAITED_FOR; row++) {
            hand.press("next");
        }
        hand.on(() -> {
            ((CheckBox) face.window().scene().lookup("#tickAll")).fire();
            return null;
        });
        hand.awaitText("38 selected");
        trouble.colleagueRetriesOne();
        readAgain();
        hand.awaitText("37 selected");
        hand.awaitText("retried by");
        fixture.holdClockAt(FixtureDay.NOW);
        readAgain();
        hand.awaitText("3 of 37");
        hand.awaitText("Attempt 1 of 5");
        hand.awaitText("as of 14:06:52");
    }

    private void bulk(PopoverShots popovers) {
        hand.press("cancelSelected");
        hand.awaitText("go back to stock");
        hand.type("bulkReason", "Mail server moved, customers told by phone");
        hand.type("bulkName", "quayside-p");
        focus("bulkName");
        popovers.takeShown("Triage: bulk cancel");
        hand.press("bulkBack");
        hand.on(() -> {
            ((CheckBox) face.window().scene().lookup("#untick")).fire();
            return null;
        });
    }

    private List<Path> tabs() {
        Map<Theme, HBox> sheets = new EnumMap<>(Theme.class);
        pictures.themes().forEach(theme -> sheets.put(theme, hand.on(() -> {
            HBox sheet = new HBox(24);
            sheet.getStyleClass().addAll("sheet", "tabs-sheet");
            return sheet;
        })));
        Scene scene = face.window().scene();
        for (int tab = 1; tab <= OTHER_TABS; tab++) {
            int chosen = tab;
            hand.on(() -> {
                ((TabPane) scene.lookup("#tabs")).getSelectionModel().select(chosen);
                return null;
            });
            sheets.forEach((theme, sheet) -> hand.on(() -> {
                theme.apply(scene, "console");
                Region pane = (Region) scene.lookup("#right");
                pane.setStyle("-fx-min-width: " + TAB_WIDTH + "; -fx-max-width: " + TAB_WIDTH + ";");
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                return sheet.getChildren().add(card(Cutting.of(pane)));
            }));
        }
        hand.on(() -> {
            scene.lookup("#right").setStyle("");
            ((TabPane) scene.lookup("#tabs")).getSelectionModel().select(0);
            return null;
        });
        List<Path> files = new ArrayList<>();
        sheets.forEach((theme, sheet) -> {
            Scene sheetScene = hand.on(() -> {
                Scene made = new Scene(sheet, 1768, 824);
                theme.apply(made, "sheets");
                return made;
            });
            files.add(new WindowHand(sheetScene).picture(pictures.out(),
                    "triage-inspector-tabs-" + theme.name().toLowerCase(Locale.ROOT)));
        });
        return files;
    }

    private static Region card(Region tab) {
        Rectangle corners = new Rectangle(TAB_WIDTH, TAB_HEIGHT);
        corners.setArcWidth(22);
        corners.setArcHeight(22);
        tab.setClip(corners);
        StackPane card = new StackPane(tab);
        card.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        card.getStyleClass().addAll("card", "tab-card");
        return card;
    }

    /** Cancels the order of the same job. @param shown name of the connection @return the pictures written */
    List<Path> cancel(String shown) {
        go(QUERY);
        hand.awaitText("3 of 37");
        hand.press("cancel");
        hand.awaitText("4 units go back to stock");
        hand.type("reason", "Customer asked at the counter, mail server is down");
        hand.type("typed", shown);
        hand.awaitText("matches");
        focus("typed");
        List<Path> files = new ArrayList<>(pictures.shoot().apply("cancel-dialog"));
        fixture.holdClockAt(FixtureDay.NOW.plusSeconds(28));
        hand.press("confirm");
        hand.awaitText("is cancelled");
        // behind the dialog the list moves on to its next job
        hand.awaitGone("Reading the job");
        pictures.themes().forEach(theme -> {
            hand.on(() -> {
                theme.apply(face.window().scene(), "console");
                return null;
            });
            files.add(hand.middle(pictures.out(), "cancel-result-" + theme.name().toLowerCase(Locale.ROOT),
                    RESULT_WIDTH, RESULT_HEIGHT));
        });
        hand.press("keep");
        fixture.holdClockAt(FixtureDay.NOW);
        return files;
    }

    private void focus(String field) {
        hand.on(() -> {
            TextField typed = (TextField) face.window().scene().lookup("#" + field);
            typed.requestFocus();
            typed.end();
            return null;
        });
    }

    private void go(String query) {
        hand.on(() -> {
            face.window().go("triage", query);
            return null;
        });
    }

    private void readAgain() {
        hand.on(() -> {
            face.readNow();
            return null;
        });
    }
}

package dev.callboard.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import dev.callboard.parts.Labels;
import dev.callboard.parts.Theme;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The small questions of the screens beside each other: each is opened where it belongs and cut out of its window. */
final class PopoverShots {
    private static final List<Integer> IN_COLUMN = List.of(2, 2, 2);
    private static final double WIDTH = 440;

    private final WindowHand hand;
    private final Scene scene;
    private final List<Theme> themes;
    private final Map<Theme, Map<String, Region>> taken = new EnumMap<>(Theme.class);

    /** @param scene of the console in which they are opened */
    PopoverShots(Scene scene, List<Theme> themes) {
        this.scene = scene;
        this.themes = themes;
        this.hand = new WindowHand(scene);
        themes.forEach(theme -> taken.put(theme, new LinkedHashMap<>()));
    }

    /** The Desk's, while somebody is at the counter. */
    void takeFromDesk() {
        takePopover("Desk: Why this order (W)", () -> key(KeyCode.W), "Why this order");
        takePopover("Desk: state of a queue (click its chip)", () -> {
            hand.pressPlain("queue-A");
            key(KeyCode.DIGIT2);
            hand.type("queueReason", "Back at about 14:15");
        }, "Back");
        takePopover("Desk: Transfer (T)", () -> {
            key(KeyCode.T);
            hand.type("transferNote", "Drill case is cracked, wants advice");
        }, "Transfer");
        takePopover("Desk: Hold (H)", () -> {
            key(KeyCode.H);
            hand.type("holdReason", "Fetches the receipt from the car");
        }, "Hold");
    }

    /** Opens one, cuts it out in each theme, and closes it. */
    private void takePopover(String title, Runnable open, String says) {
        open.run();
        hand.awaitText(says);
        takeShown(title);
        key(KeyCode.ESCAPE);
    }

    /** Cuts out the one that is open. */
    void takeShown(String title) {
        take(title, () -> Cutting.of(scene.lookup(".popover")));
    }

    /** The search field of Triage with what it cannot read, and its suggestions, at the width of a popover. */
    void takeSearch() {
        hand.type("search", "error:smtp stake:>twenty or st");
        hand.on(() -> {
            TextField field = (TextField) scene.lookup("#search");
            field.requestFocus();
            field.end();
            narrow(WIDTH);
            return null;
        });
        hand.awaitText("stake:>");
        hand.awaitText("amount at stake");
        take("Triage: search with suggestions (/)", () -> new VBox(4, Cutting.of(scene.lookup("#search").getParent()),
                Cutting.of(scene.lookup("#fault")), Cutting.of(scene.lookup("#suggestions"))));
        hand.on(() -> {
            narrow(Region.USE_COMPUTED_SIZE);
            return null;
        });
        hand.type("search", "");
    }

    private void narrow(double width) {
        ((Region) scene.lookup("#search").getParent()).setMaxWidth(width);
    }

    private void take(String title, Supplier<Region> cut) {
        for (Theme theme : themes) {
            hand.on(() -> {
                theme.apply(scene, "console");
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                taken.get(theme).put(title, cut.get());
                return null;
            });
        }
    }

    private void key(KeyCode code) {
        hand.on(() -> {
            // letters are keys only while no field has the focus
            Node target = scene.getRoot();
            target.requestFocus();
            for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(target, new KeyEvent(kind, "", code.getName(), code, false, false, false, false));
            }
            return null;
        });
    }

    /** Lays them on a sheet. @return the pictures written */
    List<Path> write(Path out) {
        List<Path> files = new ArrayList<>();
        for (Theme theme : themes) {
            Scene sheet = hand.on(() -> SheetShots.scene(theme, 900, sheet(taken.get(theme))));
            files.add(new WindowHand(sheet).picture(out, "popovers-" + theme.name().toLowerCase(Locale.ROOT)));
        }
        return files;
    }

    private static List<Map.Entry<String, Region>> deskFirst(Map<String, Region> cuttings) {
        return cuttings.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Region> each) -> !each.getKey().startsWith("Desk")))
                .toList();
    }

    private static Region sheet(Map<String, Region> cuttings) {
        HBox sheet = new HBox(24);
        sheet.getStyleClass().add("sheet");
        VBox column = null;
        int left = 0;
        int next = 0;
        for (Map.Entry<String, Region> cutting : deskFirst(cuttings)) {
            if (left == 0) {
                column = new VBox(18);
                column.setMinWidth(WIDTH);
                column.setMaxWidth(WIDTH);
                sheet.getChildren().add(column);
                left = IN_COLUMN.get(next++);
            }
            column.getChildren().addAll(Labels.whole(cutting.getKey(), "dense", "semibold", "muted"),
                    cutting.getValue());
            left--;
        }
        return sheet;
    }
}

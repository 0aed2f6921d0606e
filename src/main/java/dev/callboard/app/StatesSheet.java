package dev.callboard.app;

import java.util.List;

import dev.callboard.parts.ActionButton;
import dev.callboard.parts.EmptyState;
import dev.callboard.parts.ErrorState;
import dev.callboard.parts.GhostRows;
import dev.callboard.parts.Labels;
import dev.callboard.parts.LockLine;
import dev.callboard.parts.PageFoot;
import dev.callboard.parts.Phrase;
import dev.callboard.parts.ReadOnlyBar;
import dev.callboard.parts.ReadingBar;
import dev.callboard.parts.StaleBar;
import dev.callboard.parts.Texts;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a list may look like besides full: six states side by side, made of the parts that every screen uses. */
final class StatesSheet {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final List<GhostRows.Column> GHOSTS = List.of(new GhostRows.Column(16, 16, false),
            new GhostRows.Column(64, 56, false), new GhostRows.Column(52, 40, false),
            new GhostRows.Column(0, 180, false), new GhostRows.Column(52, 52, true));

    private final Texts texts;

    StatesSheet(Texts texts) {
        this.texts = texts;
    }

    /** 1440 wide, 900 high. */
    Region node() {
        HBox above = new HBox(24, state("Empty", "says why, and what would fill it", empty()),
                state("Loading", "after 300 ms; stoppable; no shimmer", loading()),
                state("Stale", "rows stay readable, nothing can be pressed", stale()));
        HBox below = new HBox(24, state("Error", "what, to what, what next", error()),
                state("No permission", "visible, locked, with the reason", locked()),
                state("Many rows", "paged by key, bulk in two steps", many()));
        VBox sheet = new VBox(22, above, below);
        sheet.getStyleClass().addAll("sheet", "states-sheet");
        return sheet;
    }

    private static VBox state(String name, String what, Region content) {
        HBox title = new HBox(8, Labels.whole(name, "semibold"), Labels.whole(what, "dense", "muted"));
        title.getStyleClass().add("sheet-title");
        content.getStyleClass().addAll("card", "sheet-card");
        return new VBox(10, title, content);
    }

    private static Region empty() {
        EmptyState good = new EmptyState("fth-check-circle", "Nothing failed for good",
                "Jobs that use up their attempts appear here. The last one was on Thursday at 16:20.");
        good.getStyleClass().add("good");
        good.setMinHeight(192);
        Phrase title = new Phrase();
        title.show("No job matches " + Phrase.NAME, "error:smtp order:9*", "semibold");
        ActionButton clear = button("Clear search", null, "small");
        clear.setKeys("Esc");
        EmptyState searched = new EmptyState("fth-search", "", "Searched 119 failed jobs in 3 queues.");
        searched.getStyleClass().add("small");
        searched.say(title);
        searched.act(clear);
        VBox.setVgrow(searched, Priority.ALWAYS);
        Region line = new Region();
        line.getStyleClass().add("divider");
        return new VBox(good, line, searched);
    }

    private Region loading() {
        ReadingBar bar = new ReadingBar(texts.of("reading.stop"));
        bar.say("Reading failed jobs: 12,400 of 40,118");
        GhostRows ghosts = new GhostRows(6, 36, GHOSTS);
        VBox card = list(new SheetTable(SheetTable.Ticks.OPEN).of(List.of(), ghosts), bar);
        card.getChildren().getFirst().getStyleClass().add("top");
        return card;
    }

    private Region stale() {
        StaleBar bar = new StaleBar();
        bar.onTryNow(texts.of("stale.try_now"), () -> {});
        bar.show("Not connected for 23 s. As of 14:06:29.", "");
        bar.setVisible(true);
        HBox buttons = buttons(texts.of("desk.why.stale"));
        VBox card = list(new SheetTable(SheetTable.Ticks.LOCKED).of(SheetTable.JOBS.subList(0, 6), null),
                foot(buttons));
        card.getChildren().addFirst(bar);
        card.getStyleClass().add("screen");
        card.pseudoClassStateChanged(STALE, true);
        return card;
    }

    private Region error() {
        ErrorState error = new ErrorState(texts);
        error.show("The failed jobs could not be read",
                "Redis answered: LOADING, it is reading its data after a restart. Nothing was changed.",
                "redis-a.quayside.example:6380\n14:06:52 XRANGE bull:fulfill-order:events", "");
        error.sayNext(texts.of("error.trying_by_itself", 4));
        VBox.setVgrow(error, Priority.ALWAYS);
        return new VBox(error);
    }

    private Region locked() {
        ReadOnlyBar bar = new ReadOnlyBar();
        bar.show(texts, List.of("callboard_staff"));
        HBox buttons = buttons(null);
        buttons.getChildren()
                .forEach(button -> ((ActionButton) button).lockProperty()
                        .set(texts.of("why.needs_role", "callboard_admin")));
        LockLine needs = new LockLine();
        needs.show(texts, texts.of("triage.retry"), "callboard_admin");
        VBox foot = foot(buttons);
        foot.getChildren().add(needs);
        VBox card = list(new SheetTable(SheetTable.Ticks.LOCKED).of(SheetTable.JOBS.subList(0, 6), null), foot);
        card.getChildren().addFirst(bar);
        return card;
    }

    private static Region many() {
        Phrase chosen = new Phrase();
        chosen.getChildren().setAll(Labels.whole("200", "dense", "semibold"),
                Labels.whole(" rows are selected.", "dense"));
        HBox bar = new HBox(chosen, Labels.space(), button("Select all 40,118 that match", null, "small"));
        bar.getStyleClass().add("all-bar");
        PageFoot foot = new PageFoot();
        foot.say("rows 1 to 7 of 40,118, read in pages of 200");
        VBox card = list(new SheetTable(SheetTable.Ticks.SET).of(SheetTable.JOBS, null), foot);
        card.getChildren().addFirst(bar);
        return card;
    }

    private HBox buttons(String reason) {
        ActionButton discard = button(texts.of("triage.discard"), "fth-trash-2", "");
        HBox buttons = new HBox(8, button(texts.of("triage.retry"), "fth-rotate-cw", ""),
                button(texts.of("triage.cancel"), "fth-corner-up-left", ""), discard);
        buttons.getChildren().forEach(button -> ((ActionButton) button).disabledReasonProperty().set(reason));
        return buttons;
    }

    private static ActionButton button(String words, String icon, String kind) {
        ActionButton button = new ActionButton();
        button.setText(words);
        if (icon != null) {
            button.setIcon(icon);
        }
        if (!kind.isEmpty()) {
            button.setKind(kind);
        }
        return button;
    }

    private static VBox foot(HBox buttons) {
        VBox foot = new VBox(10, buttons);
        foot.getStyleClass().add("sheet-foot");
        return foot;
    }

    private static VBox list(Region table, Node foot) {
        VBox.setVgrow(table, Priority.ALWAYS);
        return new VBox(table, foot);
    }
}

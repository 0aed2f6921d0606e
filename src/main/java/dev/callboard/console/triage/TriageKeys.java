package dev.callboard.console.triage;

import dev.callboard.console.Surroundings;
import dev.callboard.console.triage.runs.RunBar;
import dev.callboard.parts.Keymap;

/** The keys of Triage that need no field of the screen. */
final class TriageKeys {
    private static final int TABS = 5;

    private final Surroundings around;
    private final TriageModel model;
    private final Hands hands;

    /** What the keys press. */
    record Hands(TriageActions actions, InspectorPane inspector, RunBar runBar, Runnable escape) {}

    TriageKeys(Surroundings around, TriageModel model, Hands hands) {
        this.around = around;
        this.model = model;
        this.hands = hands;
    }

    void bind(Keymap keys) {
        var texts = around.texts();
        keys.bind("Down", texts.of("triage.next"), () -> model.inspection().step(1));
        keys.bind("Up", texts.of("triage.previous"), () -> model.inspection().step(-1));
        keys.bind("J", texts.of("triage.next"), () -> model.inspection().step(1));
        keys.bind("K", texts.of("triage.previous"), () -> model.inspection().step(-1));
        keys.bind("Shift+Down", texts.of("triage.key.extend"), () -> extend(1));
        keys.bind("Shift+Up", texts.of("triage.key.extend"), () -> extend(-1));
        keys.bindEverywhere("Ctrl+Down", texts.of("triage.next"), () -> model.inspection().step(1));
        keys.bindEverywhere("Ctrl+Up", texts.of("triage.previous"), () -> model.inspection().step(-1));
        keys.bind("Space", texts.of("triage.key.tick"), this::tick);
        keys.bind("Ctrl+A", texts.of("triage.tick_all"), model::toggleAll);
        keys.bind("R", texts.of("triage.retry"), hands.actions()::retry);
        keys.bind("C", texts.of("triage.cancel"), hands.actions()::cancel);
        keys.bind("D", texts.of("triage.discard"), hands.actions()::discard);
        for (int tab = 1; tab <= TABS; tab++) {
            int index = tab - 1;
            keys.bind(String.valueOf(tab), texts.of("triage.key.tab", tab), () -> hands.inspector().showTab(index));
        }
        keys.bind("E", texts.of("triage.payload.edit"), hands.inspector()::edit);
        keys.bind("Ctrl+C", texts.of("triage.key.copy"), hands.inspector()::copy);
        keys.bindEverywhere("Ctrl+P", texts.of("run.key.pause"), model.runs()::pauseOrResume);
        keys.bindEverywhere("Ctrl+Period", texts.of("run.key.stop"), model.runs()::stop);
        keys.bindEverywhere("Ctrl+R", texts.of("run.results"), hands.runBar()::results);
        keys.bindEverywhere("Esc", texts.of("triage.key.escape"), hands.escape());
    }

    private void tick() {
        if (model.currentProperty().get() != null) {
            model.toggle(model.currentProperty().get());
        }
    }

    private void extend(int by) {
        var from = model.currentProperty().get();
        model.inspection().step(by);
        var to = model.currentProperty().get();
        if (from != null && to != null) {
            model.list().extend(from, to, around.clock().nowProperty().get());
        }
    }
}

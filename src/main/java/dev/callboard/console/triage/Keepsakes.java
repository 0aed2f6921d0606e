package dev.callboard.console.triage;

import dev.callboard.console.GoOn;
import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.Note;
import dev.callboard.parts.Overlay;
import dev.callboard.triage.FailureGroup;
import dev.callboard.triage.FailedJob;
import dev.callboard.triage.GroupClaim;
import dev.callboard.triage.SavedFilter;
import dev.callboard.jobs.ErrorFingerprint;
import javafx.scene.Node;

/** What a person keeps at Triage: filters by name, and the kinds of error that they look after. */
final class Keepsakes {
    private final Surroundings around;
    private final TriageModel model;
    private final Overlay overlay;

    Keepsakes(Surroundings around, TriageModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
    }

    private GoOn may() {
        return GoOn.whileFresh(around, model.sight(), model.commands());
    }

    private GoOn mayClaim() {
        return GoOn.within(around, Right.CLAIMS, model.sight(), model.commands());
    }

    /** Keeps the filter as it is now. */
    void save(Node anchor) {
        String query = model.filter().asQuery();
        var texts = around.texts();
        new NamePopover(around, overlay, may(), new NamePopover.Question(texts.of("triage.filter.save"),
                query.isEmpty() ? texts.of("triage.filter.all") : query, texts.of("triage.filter.name"), "",
                texts.of("triage.save"), true)).open(anchor,
                        name -> run("triage.save", () -> model.shop().desk().filters().save(name, query)));
    }

    void rename(SavedFilter filter, Node anchor) {
        var texts = around.texts();
        new NamePopover(around, overlay, may(),
                new NamePopover.Question(texts.of("triage.filter.rename"), filter.query(),
                        texts.of("triage.filter.name"), filter.name(), texts.of("triage.save"), true))
                .open(anchor,
                        name -> run("triage.save", () -> model.shop().desk().filters().rename(filter.id(), name)));
    }

    void delete(SavedFilter filter) {
        run("triage.save", () -> model.shop().desk().filters().delete(filter.id()));
    }

    /** Claims the group of the chosen kind of error or of the current job, or gives it back. */
    void claimOrRelease(Node anchor) {
        String against = around.rights().against(Right.CLAIMS);
        FailureGroup group = group();
        if (against != null) {
            model.commands().say(new Note(Note.Kind.INFORMATION, against));
            return;
        }
        if (group == null) {
            model.commands().say(new Note(Note.Kind.INFORMATION, around.texts().of("triage.why.nothing_chosen")));
            return;
        }
        GroupClaim claim = group.claim();
        var texts = around.texts();
        String name = GroupRows.name(group, around);
        if (claim != null && claim.mine()) {
            new NamePopover(around, overlay, mayClaim(), new NamePopover.Question(texts.of("triage.release"), name,
                    texts.of("triage.note"), claim.note() == null ? "" : claim.note(), texts.of("triage.release"),
                    false)).open(anchor,
                            note -> run("triage.claim",
                                    () -> model.shop().desk().claims().release(group.fingerprint())));
        } else if (claim != null) {
            model.commands().say(new Note(Note.Kind.INFORMATION, texts.of("triage.claimed_by", claim.login())));
        } else {
            new NamePopover(around, overlay, mayClaim(), new NamePopover.Question(texts.of("triage.claim"), name,
                    texts.of("triage.note"), "", texts.of("triage.claim.go"), false)).open(anchor,
                            note -> run("triage.claim", () -> model.shop().desk().claims().claim(group.fingerprint(),
                                    group.count(), note.isEmpty() ? null : note)));
        }
    }

    private FailureGroup group() {
        TriageSnapshot now = model.sight().snapshotProperty().get();
        FailedJob current = model.currentProperty().get();
        if (now == null) {
            return null;
        }
        if (model.filter().groups().size() == 1) {
            return now.group(model.filter().groups().iterator().next()).orElse(null);
        }
        return current == null ? null : now.group(ErrorFingerprint.of(current.error())).orElse(null);
    }

    private void run(String name, Runnable work) {
        model.commands().run(name, () -> {
            work.run();
            return true;
        }, done -> model.sight().readNow());
    }
}

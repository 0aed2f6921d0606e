package dev.callboard.parts;

import java.util.concurrent.Executor;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.refusals.NotPermitted;
import dev.callboard.refusals.Refusal;
import dev.callboard.refusals.Unavailable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where failures behind the screen end up: in the log, and as a note in the status bar until they are over. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private final Executor fx;
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Note> latest = new ReadOnlyObjectWrapper<>();

    public Faults(Executor fx, Texts texts) {
        this.fx = fx;
        this.texts = texts;
    }

    /** Reports a failure; from any thread. */
    public void report(String where, Throwable failure) {
        source().report(where, failure);
    }

    /** Somebody whose trouble is over when the same thing works again. */
    public Source source() {
        return new Source();
    }

    /** One place that failures come from; from any thread. It never wipes what another one reported. */
    public final class Source {
        private Note mine;

        /** As {@link Faults#report}. */
        public void report(String where, Throwable failure) {
            Note note = logged(where, failure);
            fx.execute(() -> {
                mine = note;
                latest.set(note);
            });
        }

        /** The trouble of this place is over. */
        public void clear() {
            fx.execute(() -> {
                if (mine != null && latest.get() == mine) {
                    latest.set(null);
                }
                mine = null;
            });
        }
    }

    private Note logged(String where, Throwable failure) {
        if (failure instanceof Unavailable || failure instanceof NotPermitted) {
            LOG.warn("{}: {}", where, failure.getMessage());
        } else {
            LOG.error("{}", where, failure);
        }
        return note(failure);
    }

    /** What to tell a person: an answer of a rule is information, everything else a failure. */
    public Note note(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> new Note(Note.Kind.INFORMATION, refusal.getMessage());
            case Unavailable unavailable -> new Note(Note.Kind.WARNING, unavailable.getMessage());
            case NotPermitted refused -> new Note(Note.Kind.WARNING, refused.getMessage());
            default -> new Note(Note.Kind.FAILURE, texts.of("fault.unexpected", String.valueOf(failure.getMessage())));
        };
    }

    public ReadOnlyObjectProperty<Note> latestProperty() {
        return latest.getReadOnlyProperty();
    }
}

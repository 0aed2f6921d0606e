package dev.callboard.console.connect;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

import dev.callboard.settings.Profiles;
import dev.callboard.settings.Secrets;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The connections there are, the one being written, and what a test of it told. */
public final class ConnectModel {

    /**
     * Everything on view.
     *
     * @param saved the profiles, the one used last first
     * @param chosen the one in the form, or null for a new one
     * @param kept password fields that are empty although there is a password
     * @param touched fields that have been left, and so may complain
     * @param postgres what a test told, or null
     * @param redis what a test told, or null
     */
    record View(List<SavedConnection> saved, String chosen, ConnectionDraft draft, Set<Field> kept,
            Set<Field> touched, boolean testing, Finding postgres, Finding redis) {

        /** Problems of fields that have been left. */
        Map<Field, Problem> shown() {
            return draft.problems().entrySet().stream().filter(entry -> touched.contains(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        private View with(ConnectionDraft written, Set<Field> stillKept, Finding ofPostgres, Finding ofRedis) {
            return new View(saved, chosen, written, stillKept, touched, testing, ofPostgres, ofRedis);
        }

        private View with(Set<Field> left, boolean underTest) {
            return new View(saved, chosen, draft, kept, left, underTest, underTest ? null : postgres,
                    underTest ? null : redis);
        }
    }

    private final Profiles profiles;
    private final KeptSecrets secrets;
    private final ConnectionProbe probe;
    private final Executor fx;
    private final Executor background;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>();

    /** @param clock of this machine, by which a connection was used "yesterday" */
    public ConnectModel(Profiles profiles, Secrets secrets, ConnectionProbe probe, Executor fx, Executor background,
            Clock clock) {
        this.profiles = profiles;
        this.secrets = new KeptSecrets(secrets);
        this.probe = probe;
        this.fx = fx;
        this.background = background;
        this.clock = clock;
        chooseFirst();
    }

    private void chooseFirst() {
        List<SavedConnection> saved = saved();
        if (saved.isEmpty()) {
            create();
        } else {
            choose(saved.getFirst().name());
        }
    }

    private List<SavedConnection> saved() {
        return profiles.names().stream()
                .map(name -> new SavedConnection(ConnectionDraft.of(name, profiles.read(name)),
                        profiles.lastUsed(name)))
                .sorted(SavedConnection.ORDER).toList();
    }

    /** Brings a profile into the form; its passwords stay where they are. Nothing happens where there is none. */
    public void choose(String name) {
        if (profiles.names().contains(name)) {
            show(name, ConnectionDraft.of(name, profiles.read(name)), secrets.of(name));
        }
    }

    /** An empty form. */
    void create() {
        show(null, ConnectionDraft.fresh("new-shop"), Set.of());
    }

    /** The same under another name; a password is not copied. */
    void duplicate() {
        ConnectionDraft draft = view.get().draft();
        show(null, draft.with(Field.NAME, draft.get(Field.NAME) + "-copy"), Set.of());
    }

    /** Deletes the profile in the form, and its passwords. */
    void delete() {
        String name = view.get().chosen();
        if (name != null) {
            profiles.delete(name);
            secrets.forgetAll(name);
        }
        chooseFirst();
    }

    private void show(String chosen, ConnectionDraft draft, Set<Field> kept) {
        view.set(new View(saved(), chosen, draft, kept, EnumSet.noneOf(Field.class), false, null, null));
    }

    /** A field was typed in; what a test told of its service is over. */
    public void write(Field field, String value) {
        if (!view.get().draft().values().get(field).equals(value)) {
            change(field, value, view.get().kept());
        }
    }

    /** The kept password of that field is not used any more; it is gone when the connection is saved. */
    void forget(Field field) {
        Set<Field> rest = EnumSet.noneOf(Field.class);
        rest.addAll(view.get().kept());
        rest.remove(field);
        change(field, "", rest);
    }

    private void change(Field field, String value, Set<Field> kept) {
        View now = view.get();
        view.set(now.with(now.draft().with(field, value), kept,
                field.name().startsWith("PG_") ? null : now.postgres(),
                field.name().startsWith("REDIS_") ? null : now.redis()));
    }

    /** A field was left: from now on it may complain. */
    void left(Field field) {
        View now = view.get();
        Set<Field> touched = EnumSet.of(field);
        touched.addAll(now.touched());
        view.set(now.with(touched, now.testing()));
    }

    /** Looks at both services, away from the screen. Fields that are wrong are not tried. */
    public void test() {
        View now = view.get();
        Map<Field, Problem> wrong = now.draft().problems();
        boolean pg = wrong.keySet().stream().noneMatch(field -> field.name().startsWith("PG_"));
        boolean redis = wrong.keySet().stream().noneMatch(field -> field.name().startsWith("REDIS_"));
        ConnectionDraft typed = now.draft();
        ConnectionDraft whole = secrets.filled(typed, now.chosen(), now.kept());
        view.set(now.with(EnumSet.allOf(Field.class), true));
        background.execute(() -> {
            Finding ofPostgres = pg ? probe.postgres(whole.postgres()) : null;
            Finding ofRedis = redis ? probe.redis(whole.redis()) : null;
            fx.execute(() -> tested(typed, ofPostgres, ofRedis));
        });
    }

    private void tested(ConnectionDraft typed, Finding postgres, Finding redis) {
        View ended = view.get().with(view.get().touched(), false);
        boolean same = ended.draft().equals(typed);
        view.set(ended.with(ended.draft(), ended.kept(), same ? postgres : null, same ? redis : null));
    }

    /** Writes the profile and keeps its passwords. @return its name */
    String save() {
        View now = view.get();
        String name = now.draft().get(Field.NAME);
        ConnectionDraft whole = secrets.filled(now.draft(), now.chosen(), now.kept());
        profiles.write(name, whole.profile());
        secrets.keep(whole);
        if (now.chosen() != null && !now.chosen().equals(name)) {
            profiles.delete(now.chosen());
            secrets.forgetAll(now.chosen());
        }
        choose(name);
        return name;
    }

    boolean hasKeychain() {
        return secrets.areInKeychain();
    }

    Instant now() {
        return clock.instant();
    }

    ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }
}

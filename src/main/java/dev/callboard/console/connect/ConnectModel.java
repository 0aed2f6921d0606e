package dev.callboard.console.connect;

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
     * @param saved the profiles, by name
     * @param chosen the one in the form, or null for a new one
     * @param touched fields that have been left, and so may complain
     * @param postgres what a test told, or null
     * @param redis what a test told, or null
     */
    record View(List<ConnectionDraft> saved, String chosen, ConnectionDraft draft, Set<Field> touched, boolean testing,
            Finding postgres, Finding redis) {

        /** Problems of fields that have been left. */
        Map<Field, Problem> shown() {
            return draft.problems().entrySet().stream().filter(entry -> touched.contains(entry.getKey()))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private final Profiles profiles;
    private final Secrets secrets;
    private final ConnectionProbe probe;
    private final Executor fx;
    private final Executor background;
    private final ReadOnlyObjectWrapper<View> view = new ReadOnlyObjectWrapper<>();

    public ConnectModel(Profiles profiles, Secrets secrets, ConnectionProbe probe, Executor fx, Executor background) {
        this.profiles = profiles;
        this.secrets = secrets;
        this.probe = probe;
        this.fx = fx;
        this.background = background;
        List<String> names = profiles.names();
        if (names.isEmpty()) {
            create();
        } else {
            choose(names.getFirst());
        }
    }

    /** Brings a profile into the form, its passwords too. */
    public void choose(String name) {
        ConnectionDraft draft = ConnectionDraft.of(name, profiles.read(name))
                .with(Field.PG_PASSWORD, secrets.find(name, Secrets.Service.POSTGRES).orElse(""))
                .with(Field.REDIS_PASSWORD, secrets.find(name, Secrets.Service.REDIS).orElse(""));
        show(name, draft);
    }

    private ConnectionDraft draftOf(String name) {
        return ConnectionDraft.of(name, profiles.read(name));
    }

    /** An empty form. */
    void create() {
        show(null, ConnectionDraft.fresh("new-shop"));
    }

    /** The same under another name. */
    void duplicate() {
        View now = view.get();
        show(null, now.draft().with(Field.NAME, now.draft().get(Field.NAME) + "-copy"));
    }

    /** Deletes the profile in the form, and its passwords. */
    void delete() {
        String name = view.get().chosen();
        if (name != null) {
            profiles.delete(name);
            secrets.forget(name, Secrets.Service.POSTGRES);
            secrets.forget(name, Secrets.Service.REDIS);
        }
        if (profiles.names().isEmpty()) {
            create();
        } else {
            choose(profiles.names().getFirst());
        }
    }

    private void show(String chosen, ConnectionDraft draft) {
        view.set(new View(profiles.names().stream().map(this::draftOf).toList(), chosen, draft,
                EnumSet.noneOf(Field.class), false, null, null));
    }

    /** A field was typed in; what a test told of its service is over. */
    public void write(Field field, String value) {
        View now = view.get();
        if (now.draft().values().get(field).equals(value)) {
            return;
        }
        boolean pg = field.name().startsWith("PG_");
        boolean redis = field.name().startsWith("REDIS_");
        view.set(new View(now.saved(), now.chosen(), now.draft().with(field, value), now.touched(), now.testing(),
                pg ? null : now.postgres(), redis ? null : now.redis()));
    }

    /** A field was left: from now on it may complain. */
    void left(Field field) {
        View now = view.get();
        Set<Field> touched = EnumSet.copyOf(Set.of(field));
        touched.addAll(now.touched());
        view.set(new View(now.saved(), now.chosen(), now.draft(), touched, now.testing(), now.postgres(),
                now.redis()));
    }

    /** Looks at both services, away from the screen. Fields that are wrong are not tried. */
    public void test() {
        View now = view.get();
        Map<Field, Problem> wrong = now.draft().problems();
        boolean pg = wrong.keySet().stream().noneMatch(field -> field.name().startsWith("PG_"));
        boolean redis = wrong.keySet().stream().noneMatch(field -> field.name().startsWith("REDIS_"));
        ConnectionDraft draft = now.draft();
        view.set(new View(now.saved(), now.chosen(), draft, EnumSet.allOf(Field.class), true, null, null));
        background.execute(() -> {
            Finding ofPostgres = pg ? probe.postgres(draft.postgres()) : null;
            Finding ofRedis = redis ? probe.redis(draft.redis()) : null;
            fx.execute(() -> tested(draft, ofPostgres, ofRedis));
        });
    }

    private void tested(ConnectionDraft draft, Finding postgres, Finding redis) {
        View now = view.get();
        boolean same = now.draft().equals(draft);
        view.set(new View(now.saved(), now.chosen(), now.draft(), now.touched(), false, same ? postgres : null,
                same ? redis : null));
    }

    /** Writes the profile and keeps its passwords. @return its name */
    String save() {
        ConnectionDraft draft = view.get().draft();
        String name = draft.get(Field.NAME);
        String former = view.get().chosen();
        profiles.write(name, draft.profile());
        keep(name, Secrets.Service.POSTGRES, draft.get(Field.PG_PASSWORD));
        keep(name, Secrets.Service.REDIS, draft.get(Field.REDIS_PASSWORD));
        if (former != null && !former.equals(name)) {
            profiles.delete(former);
            secrets.forget(former, Secrets.Service.POSTGRES);
            secrets.forget(former, Secrets.Service.REDIS);
        }
        choose(name);
        return name;
    }

    private void keep(String name, Secrets.Service service, String password) {
        if (password.isEmpty()) {
            secrets.forget(name, service);
        } else {
            secrets.keep(name, service, password);
        }
    }

    boolean hasKeychain() {
        return secrets.isKeychain();
    }

    ReadOnlyObjectProperty<View> viewProperty() {
        return view.getReadOnlyProperty();
    }
}

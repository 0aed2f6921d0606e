package dev.callboard.console.connect;

import java.util.List;

import org.controlsfx.control.SegmentedButton;
import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.parts.Labels;
import dev.callboard.parts.Texts;
import dev.callboard.redis.RedisAddress;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The fields of one connection, with a line under each service that is wrong or was learned of. */
final class ConnectForm extends VBox {
    private final Texts texts;
    private final ConnectRows rows;
    private final Label warning = Labels.wrapped("");
    private final Button makeProduction = new Button();
    private final HBox note = new HBox();
    private final FindingLine postgres;
    private final FindingLine redis;
    private final HBox masterRow = new HBox();
    private final Node master;
    private final Node redisUser;
    private final SegmentedButton environment;
    private final SegmentedButton kind;

    ConnectForm(ConnectModel model, Texts texts) {
        this.texts = texts;
        this.rows = new ConnectRows(model, texts);
        this.postgres = new FindingLine(texts);
        this.redis = new FindingLine(texts);
        getStyleClass().add("form");
        environment = rows.segments(Field.ENVIRONMENT,
                List.of(ConnectionDraft.PRODUCTION, ConnectionDraft.DEVELOPMENT));
        kind = rows.segments(Field.REDIS_KIND, List.of("SINGLE", "SENTINEL", "CLUSTER"));
        HBox first = new HBox(rows.name(Field.NAME), rows.text(Field.NAME, 231), Labels.space(), environment);
        first.getStyleClass().addAll("row", "first");
        master = rows.field(Field.REDIS_MASTER);
        redisUser = rows.field(Field.REDIS_USER);
        masterRow.getStyleClass().add("row");
        makeProduction.setText(texts.of("connect.make_production"));
        makeProduction.getStyleClass().addAll("flat", "small");
        makeProduction.setOnAction(press -> model.write(Field.ENVIRONMENT, ConnectionDraft.PRODUCTION));
        note.getStyleClass().add("environment-note");
        HBox.setHgrow(warning, Priority.ALWAYS);
        warning.setMaxWidth(Double.MAX_VALUE);
        note.getChildren().addAll(new FontIcon("fth-shield"), warning, makeProduction);
        getChildren().addAll(first, note,
                card(head("fth-database", "Postgres", postgres.state()), rows.wide(Field.PG_HOSTS), postgres.line(),
                        rows.pair(Field.PG_DATABASE, Field.PG_USER), rows.pair(Field.PG_PASSWORD, Field.PG_TLS)),
                card(head("fth-layers", "Redis", kind), rows.wide(Field.REDIS_NODES), redis.line(), masterRow,
                        rows.pair(Field.REDIS_PASSWORD, Field.REDIS_TLS)));
        model.viewProperty().addListener((property, before, now) -> draw(before, now));
        draw(null, model.viewProperty().get());
    }

    private static HBox head(String icon, String title, Node end) {
        HBox head = new HBox(new FontIcon(icon), Labels.of(title, "card-title"), Labels.space(), end);
        head.getStyleClass().add("head");
        return head;
    }

    private static VBox card(Node... rows) {
        VBox card = new VBox(rows);
        card.getStyleClass().addAll("card", "service");
        return card;
    }

    private void draw(ConnectModel.View before, ConnectModel.View now) {
        ConnectionDraft draft = now.draft();
        if (before == null || before.draft().kind() != draft.kind()) {
            swap(draft.kind());
        }
        rows.draw(now);
        select(environment, draft.get(Field.ENVIRONMENT));
        select(kind, draft.get(Field.REDIS_KIND));
        showNote(draft);
        postgres.show(firstOf(now, Field.PG_HOSTS, Field.PG_DATABASE), now.postgres());
        redis.showInLine(firstOf(now, Field.REDIS_NODES, Field.REDIS_MASTER), now.redis());
    }

    private static Problem firstOf(ConnectModel.View now, Field hosts, Field other) {
        Problem ofHosts = now.shown().get(hosts);
        return ofHosts == null ? now.shown().get(other) : ofHosts;
    }

    /** Sentinels have the name of a master; a cluster has nodes, a single server a host. */
    private void swap(RedisAddress.Kind chosen) {
        rows.name(Field.REDIS_NODES).setText(texts.of("connect.nodes." + chosen));
        if (chosen == RedisAddress.Kind.SENTINEL) {
            rows.pair(masterRow, master, redisUser, Field.REDIS_MASTER, Field.REDIS_USER);
        } else {
            rows.pair(masterRow, redisUser, null, Field.REDIS_USER, null);
        }
    }

    private static void select(SegmentedButton buttons, String value) {
        buttons.getButtons().forEach(button -> button.setSelected(value.equals(button.getUserData())));
    }

    private void showNote(ConnectionDraft draft) {
        boolean doubtful = draft.looksLikeProduction();
        note.setVisible(doubtful || draft.isProduction());
        note.setManaged(note.isVisible());
        note.getStyleClass().remove("doubtful");
        if (doubtful) {
            note.getStyleClass().add("doubtful");
        }
        makeProduction.setVisible(doubtful);
        makeProduction.setManaged(doubtful);
        warning.setText(texts.of(doubtful ? "connect.looks_like_production" : "connect.production"));
    }
}

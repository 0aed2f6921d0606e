package dev.callboard.console.floor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.tickets.CounterAtWork;
import dev.callboard.tickets.Queue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Floor: in five seconds, where to send a person. */
public final class FloorScreen implements Screen {
    private final Surroundings around;
    private final FloorModel model;
    private final Overlay overlay;
    private final Travel travel;
    private final FloorHeader header;
    private final FloorStatus status;
    private final Keymap keys = new Keymap();
    private final Set<String> letters = new HashSet<>();
    private final Node content;
    private final ScreenParts parts;
    private QueueCards cards;
    private QueueActions actions;
    private CountersTable counters;
    private AlertsPane alerts;
    private WaitCard waits;

    @FXML
    private NoteLine note;
    @FXML
    private StackPane cardPlace;
    @FXML
    private VBox waitPlace;
    @FXML
    private TableView<CounterAtWork> table;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> counter;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> staff;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> since;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> state;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> ticket;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> lasting;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> serves;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> done;
    @FXML
    private TableColumn<CounterAtWork, CounterAtWork> service;
    @FXML
    private VBox right;
    @FXML
    private Label alertCount;
    @FXML
    private Hyperlink rules;
    @FXML
    private VBox alertBox;
    @FXML
    private Button handled;

    public FloorScreen(Surroundings around, FloorModel model, Overlay overlay, Travel travel) {
        this.around = around;
        this.model = model;
        this.overlay = overlay;
        this.travel = travel;
        this.status = new FloorStatus(around);
        this.header = new FloorHeader(around, this::turnDrawer);
        this.content = around.fxml().load("console/floor", this);
        this.parts = new ScreenParts(header, content, List.of(status), keys, model);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> draw());
        model.commands().inFlightProperty().addListener((property, before, now) -> draw());
        model.chartedProperty().addListener((property, before, now) -> draw());
        around.rights().heldProperty().addListener((property, before, now) -> draw());
        around.clock().nowProperty().addListener((property, before, now) -> tick());
        bindKeys();
    }

    @FXML
    private void initialize() {
        note.follow(model.commands().noteProperty());
        actions = new QueueActions(around, model, overlay);
        cards = new QueueCards(cardPlace, around, model, actions);
        waits = new WaitCard(waitPlace, around, model);
        counters = new CountersTable(table, around, this::openCounter);
        counters.columns(
                new CountersTable.Columns(counter, staff, since, state, ticket, lasting, serves, done, service));
        FloorAlerts words = new FloorAlerts(around, model, travel, new FloorAlerts.Places() {
            @Override
            public void line(String queue) {
                cards.card(queue).ifPresent(card -> actions.showLine(card, card));
            }

            @Override
            public void counters() {
                counters.step(0);
            }
        });
        alerts = new AlertsPane(alertBox, handled, new AlertsPane.Frame(around, model, overlay), words);
        rules.setOnAction(press -> travel.go("settings", "queues"));
    }

    private void bindKeys() {
        var texts = around.texts();
        keys.bind("Left", texts.of("floor.key.left"), () -> cards.focused().ifPresent(card -> card.states().step(-1)));
        keys.bind("Right", texts.of("floor.key.right"), () -> cards.focused().ifPresent(card -> card.states().step(1)));
        keys.bind("Enter", texts.of("floor.key.enter"), this::enter);
        keys.bind("Shift+F10", texts.of("floor.key.menu"),
                () -> cards.focused().ifPresent(card -> actions.menu(card, card)));
        keys.bind("Down", texts.of("floor.key.down"), () -> step(1));
        keys.bind("Up", texts.of("floor.key.up"), () -> step(-1));
        keys.bind("G", texts.of("floor.key.take"),
                () -> Optional.ofNullable(alerts.current()).ifPresent(AlertRow::take));
        keys.bind("L", texts.of("floor.key.alerts"), this::focusAlerts);
        keys.bind("Digit0", texts.of("floor.key.all"), () -> model.chart(null));
        content.setOnKeyPressed(press -> {
            if (press.getCode() == javafx.scene.input.KeyCode.ENTER) {
                enter();
            }
        });
    }

    private void enter() {
        Node focused = content.getScene().getFocusOwner();
        if (focused instanceof AlertRow row) {
            row.mend();
        } else if (focused == counters.node()) {
            openCounter(counters.current());
        } else {
            cards.focused().ifPresent(actions::enter);
        }
    }

    private void step(int by) {
        if (!alerts.step(by)) {
            counters.step(by);
        }
    }

    private void focusAlerts() {
        if (!right.getStyleClass().contains("turned")) {
            turnDrawer();
        }
        Optional.ofNullable(alerts.current()).ifPresent(Node::requestFocus);
    }

    private void turnDrawer() {
        if (!right.getStyleClass().remove("turned")) {
            right.getStyleClass().add("turned");
        }
    }

    private void openCounter(CounterAtWork row) {
        if (row != null) {
            new ServePopover(around, model, overlay).open(table, row);
        }
    }

    private void tick() {
        cards.tick();
        alerts.tick();
        if (model.sight().asOf() != null) {
            header.tick();
        }
    }

    private void draw() {
        FloorSnapshot now = model.sight().snapshotProperty().get();
        if (now == null) {
            return;
        }
        now.sight().queues().forEach(this::bindLetter);
        cards.show(now);
        counters.show(now);
        int count = alerts.show(now);
        alertCount.setText(around.formats().count(count));
        alertCount.setVisible(count > 0);
        header.count(count);
        waits.show(now);
        header.tick();
        status.show(now.sight(), now.day().quotes());
    }

    private void bindLetter(Queue queue) {
        String code = queue.code();
        if (code.matches("[A-Za-z]") && letters.add(code)) {
            keys.bindEverywhere("Alt+" + code.toUpperCase(java.util.Locale.ROOT), queue.name(), () -> find(code));
        }
    }

    @Override
    public void find(String code) {
        cards.focus(code);
        if (cards.card(code).isPresent()) {
            model.chart(code);
        }
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.QUEUE_STATES, Right.COUNTERS, Right.ALERTS);
    }

    @Override
    public Optional<Node> statusEnd() {
        return Optional.of(status.screens());
    }

    @Override
    public boolean saysOfWhen() {
        return true;
    }

    @Override
    public ScreenParts parts() {
        return parts;
    }
}

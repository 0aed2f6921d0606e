package dev.callboard.console.desk;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.callboard.console.QueueStatePopover;
import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Formats;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.StateChips;
import dev.callboard.parts.TicketBlock;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Ticket;
import dev.callboard.tickets.TicketState;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Desk: the visitor at the counter, who comes next, and one blue button. */
public final class DeskScreen implements Screen {
    private final Surroundings around;
    private final DeskModel model;
    private final DeskWords words;
    private final DeskHeader header;
    private final DeskStatus status;
    private final DeskPopovers popovers;
    private final Node content;
    private final Keymap keys = new Keymap();
    private final Map<DeskAction, ActionButton> buttons = new EnumMap<>(DeskAction.class);
    private VisitorPane visitorPane;
    private OrderPanel orderPanel;
    private NextUpCard nextUpCard;
    private WaitingTable waitingTable;

    @FXML
    private StackPane stateChip;
    @FXML
    private Label recalled;
    @FXML
    private Label joined;
    @FXML
    private TicketBlock ticket;
    @FXML
    private VBox visitor;
    @FXML
    private VBox orderPlace;
    @FXML
    private NoteLine note;
    @FXML
    private ActionButton callNext;
    @FXML
    private ActionButton start;
    @FXML
    private ActionButton finish;
    @FXML
    private ActionButton recall;
    @FXML
    private ActionButton hold;
    @FXML
    private ActionButton transfer;
    @FXML
    private ActionButton noShow;
    @FXML
    private ActionButton undo;
    @FXML
    private Label hint;
    @FXML
    private VBox nextUp;
    @FXML
    private Label waitingCount;
    @FXML
    private Label bands;
    @FXML
    private TableView<Ticket> waiting;
    @FXML
    private TableColumn<Ticket, Ticket> placeColumn;
    @FXML
    private TableColumn<Ticket, Ticket> codeColumn;
    @FXML
    private TableColumn<Ticket, Ticket> queueColumn;
    @FXML
    private TableColumn<Ticket, Ticket> orderColumn;
    @FXML
    private TableColumn<Ticket, Ticket> ageColumn;

    public DeskScreen(Surroundings around, DeskModel model, Overlay overlay) {
        this.around = around;
        this.model = model;
        this.words = new DeskWords(around.texts(), around.formats());
        this.status = new DeskStatus(around.texts());
        this.popovers = new DeskPopovers(overlay, around);
        this.header = new DeskHeader(around, model,
                (chip, queue) -> new QueueStatePopover(around, overlay).open(chip, queue, queue.state(),
                        (state, reason) -> model.setQueue(queue.code(), state, reason)));
        this.content = around.fxml().load("console/desk", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> draw());
        model.lease().leaseProperty().addListener((property, before, now) -> draw());
        around.clock().nowProperty().addListener((property, before, now) -> drawAges());
        note.follow(model.commands().noteProperty());
        draw();
    }

    @FXML
    private void initialize() {
        visitorPane = new VisitorPane(visitor, around, model.rule(), words);
        orderPanel = new OrderPanel(orderPlace, around);
        nextUpCard = new NextUpCard(nextUp, around, model.rule(), words);
        waitingTable = new WaitingTable(waiting, around, model.rule());
        waitingTable.place(placeColumn);
        waitingTable.code(codeColumn);
        waitingTable.queue(queueColumn);
        waitingTable.order(orderColumn);
        waitingTable.age(ageColumn);
        bands.setText(around.texts().of("desk.bands", Formats.span(model.rule().target()),
                Formats.span(model.rule().limit())));
        bind(DeskAction.CALL_NEXT, callNext, "Space", model::callNext);
        bind(DeskAction.START, start, "Enter", model::start);
        bind(DeskAction.FINISH, finish, "F", model::finish);
        bind(DeskAction.RECALL, recall, "R", model::recall);
        bind(DeskAction.HOLD, hold, "H",
                () -> new HoldPopover(around, model, popovers).open(hold, sightNow().ticket()));
        bind(DeskAction.TRANSFER, transfer, "T", () -> new TransferPopover(around, model, popovers).open(transfer,
                sightNow().ticket(), sightNow().allQueues()));
        bind(DeskAction.NO_SHOW, noShow, "N", model::noShow);
        bind(DeskAction.UNDO, undo, "Ctrl+Z", model::undo);
    }

    private void bind(DeskAction action, ActionButton button, String key, Runnable act) {
        var inFlight = model.commands().inFlightProperty();
        button.setOnAction(press -> act.run());
        button.inFlightProperty().bind(inFlight.isEqualTo(action.key()));
        button.disabledReasonProperty().bind(Bindings.createStringBinding(
                () -> inFlight.get() == null ? model.reason(action).get() : around.texts().of("desk.why.in_flight"),
                inFlight, model.reason(action)));
        around.rights().guard(Right.TICKETS, button);
        buttons.put(action, button);
        keys.bind(key, around.texts().of(action.key()), button::fire);
    }

    private CounterSight sightNow() {
        DeskSnapshot snapshot = model.sight().snapshotProperty().get();
        return snapshot == null ? null : snapshot.sight();
    }

    private void draw() {
        CounterSight sight = sightNow();
        header.show(sight);
        if (sight == null) {
            return;
        }
        drawTicket(sight);
        drawAges();
        if (sight.ticket() == null) {
            orderPanel.showNobody();
        } else {
            orderPanel.show(model.sight().snapshotProperty().get().order());
        }
        waitingTable.show(sight);
        waitingCount.setText(around.texts().of("desk.waiting.count", sight.waiting()));
        status.show(sight.today());
    }

    private void drawTicket(CounterSight sight) {
        Ticket here = sight.ticket();
        emphasize(here);
        stateChip.getChildren().setAll(DeskHeader.stateChip(here, around.texts()));
        if (here == null) {
            ticket.showNobody(around.texts().of("desk.nobody_here"), words.invitation(sight));
            recalled.setText("");
            joined.setText(words.last(sight));
        } else {
            ticket.show(here.code(), here.state() == TicketState.SERVING);
            recalled.setText(around.texts().of("desk.recalled", here.recalls(), model.rule().recalls()));
            joined.setText(around.texts().of("desk.joined", around.formats().minutes(here.joinedAt())));
        }
    }

    private void emphasize(Ticket here) {
        callNext.setEmphasized(here == null);
        start.setEmphasized(here != null && here.state() == TicketState.CALLED);
        finish.setEmphasized(here != null && here.state() == TicketState.SERVING);
    }

    private void drawAges() {
        CounterSight sight = sightNow();
        if (sight == null) {
            return;
        }
        visitorPane.show(sight);
        nextUpCard.show(sight);
        hint.setText(words.hint(model, sight));
        undo.setText(words.undo(sight.lastAct()));
        boolean open = model.reason(DeskAction.UNDO).get() == null;
        undo.detailProperty().set(open ? around.texts().of("seconds", model.secondsToUndo()) : "");
    }

    @Override
    public ScreenParts parts() {
        return new ScreenParts(header.node(), content, List.of(status.node()), keys, model);
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.TICKETS);
    }
}

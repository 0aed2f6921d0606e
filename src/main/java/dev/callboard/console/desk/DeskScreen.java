package dev.callboard.console.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.kordamp.ikonli.javafx.FontIcon;

import dev.callboard.console.Right;
import dev.callboard.console.Screen;
import dev.callboard.console.ScreenParts;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.ActionButton;
import dev.callboard.parts.Keymap;
import dev.callboard.parts.Note;
import dev.callboard.parts.NoteLine;
import dev.callboard.parts.Overlay;
import dev.callboard.parts.TicketBlock;
import dev.callboard.tickets.CounterSight;
import dev.callboard.tickets.Ticket;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The Desk: the visitor at the counter, who comes next, and one blue button. */
public final class DeskScreen implements Screen {
    private final Surroundings around;
    private final DeskModel model;
    private final DeskWords words;
    private final DeskHeader header;
    private final DeskStatus status;
    private final DeskQuestions questions;
    private final Travel travel;
    private final ActionButton link = new ActionButton();
    private final Node content;
    private final Keymap keys = new Keymap();
    private NowServing nowServing;
    private VisitorPane visitorPane;
    private OrderPanel orderPanel;
    private NextUpCard nextUpCard;
    private WaitingTable waitingTable;
    private SoughtTicket sought;
    private LostCounterCard lostCounter;
    private MessageNote messageNote;
    private DeskButtons buttons;

    @FXML
    private VBox lost;
    @FXML
    private VBox card;
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
    private HBox message;
    @FXML
    private NoteLine stopped;
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
    private FontIcon hintIcon;
    @FXML
    private Label hint;
    @FXML
    private ActionButton why;
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

    /** @param travel leads to the screen of the visitor's order */
    public DeskScreen(Surroundings around, DeskModel model, Overlay overlay, Travel travel) {
        this.around = around;
        this.model = model;
        this.travel = travel;
        this.words = new DeskWords(around.texts(), around.formats());
        this.status = new DeskStatus(around);
        this.questions = new DeskQuestions(around, model, overlay);
        this.header = new DeskHeader(around, model, questions::queueState);
        this.content = around.fxml().load("console/desk", this);
        model.sight().snapshotProperty().addListener((property, before, now) -> draw());
        model.sight().staleProperty().addListener((property, before, now) -> draw());
        model.lease().leaseProperty().addListener((property, before, now) -> draw());
        model.lease().lostProperty().addListener((property, before, now) -> draw());
        around.clock().nowProperty().addListener((property, before, now) -> drawAges());
        note.follow(model.commands().noteProperty());
        draw();
    }

    @FXML
    private void initialize() {
        nowServing = new NowServing(new NowServing.Places(ticket, stateChip, recalled, joined), around, model, words);
        visitorPane = new VisitorPane(visitor, around, model.rule(), words);
        orderPanel = new OrderPanel(orderPlace, around, this::openOrder, link, this::unlink);
        messageNote = new MessageNote(message, around);
        lostCounter = new LostCounterCard(lost, card, around, model);
        nextUpCard = new NextUpCard(nextUp, around, model.rule(), words);
        waitingTable = new WaitingTable(waiting, around, model.rule());
        waitingTable.place(placeColumn);
        waitingTable.code(codeColumn);
        waitingTable.queue(queueColumn);
        waitingTable.order(orderColumn);
        waitingTable.age(ageColumn);
        waitingTable.head(waitingCount, bands);
        buttons = new DeskButtons(around, model, keys);
        buttons.bindMain(callNext, lostCounter);
        buttons.bind(DeskAction.START, start, "Enter", model::start);
        buttons.bind(DeskAction.FINISH, finish, "F", model::finish);
        buttons.bind(DeskAction.RECALL, recall, "R", model::recall);
        buttons.bind(DeskAction.HOLD, hold, "H", () -> questions.hold(hold, sightNow()));
        buttons.bind(DeskAction.TRANSFER, transfer, "T", () -> questions.transfer(transfer, sightNow()));
        buttons.bind(DeskAction.NO_SHOW, noShow, "N", model::noShow);
        buttons.bind(DeskAction.UNDO, undo, "Ctrl+Z", model::undo);
        buttons.bindGotIt(messageNote);
        buttons.bindLink(link, () -> questions.link(link, sightNow()));
        why.setOnAction(press -> whyThisOrder());
        keys.bind("W", around.texts().of("desk.why_order"), this::whyThisOrder);
        keys.bind("Shift+Space", around.texts().of("desk.call_chosen"), this::callChosen);
        keys.bind("O", around.texts().of("desk.open_order"), this::openOrder);
        keys.bind("Shift+L", around.texts().of("desk.unlink"), this::unlink);
        waitingTable.onCall(this::callChosen);
        sought = new SoughtTicket(around, model, nextUpCard, waitingTable);
    }

    private void whyThisOrder() {
        if (sightNow() != null) {
            questions.why(why, sightNow(), this::callChosen);
        }
    }

    private void callChosen() {
        questions.chosen(waiting, waitingTable.chosen());
    }

    private void unlink() {
        questions.unlink(orderPlace, sightNow());
    }

    private void openOrder() {
        DeskSnapshot now = model.sight().snapshotProperty().get();
        if (now != null && now.order() != null) {
            travel.go("orders", String.valueOf(now.order().number()));
        }
    }

    private CounterSight sightNow() {
        DeskSnapshot snapshot = model.sight().snapshotProperty().get();
        return snapshot == null ? null : snapshot.sight();
    }

    private void draw() {
        CounterSight sight = sightNow();
        header.show(sight);
        lostCounter.show(sight);
        if (sight == null) {
            return;
        }
        buttons.bindChips(sight.queues(), header::press);
        boolean stale = model.sight().staleProperty().get();
        hintIcon.setIconLiteral(stale ? "fth-lock" : "fth-info");
        buttons.emphasize(sight.ticket() == null ? null : sight.ticket().state());
        nowServing.show(sight);
        messageNote.show(sight.message(), sight.asOf());
        drawAges();
        if (sight.ticket() == null) {
            orderPanel.showNobody();
        } else {
            orderPanel.show(model.sight().snapshotProperty().get().order());
        }
        waitingTable.show(sight);
        sought.look(sight);
        String pausedByOthers = words.stopped(sight, around.connection().login());
        stopped.show(pausedByOthers == null ? null : new Note(Note.Kind.WARNING, pausedByOthers));
    }

    private void drawAges() {
        CounterSight sight = sightNow();
        if (sight == null) {
            return;
        }
        visitorPane.show(sight);
        status.show(model.sight().snapshotProperty().get(), model.sight().staleProperty().get());
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
    public void find(String ticket) {
        sought.seek(UUID.fromString(ticket), sightNow());
    }

    @Override
    public Set<Right> acts() {
        return Set.of(Right.TICKETS);
    }
}
